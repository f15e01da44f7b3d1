@NullMarked
package org.entente.node.names.export;

import org.jspecify.annotations.NullMarked;
