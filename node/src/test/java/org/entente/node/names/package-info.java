@NullMarked
package org.entente.node.names;

import org.jspecify.annotations.NullMarked;
