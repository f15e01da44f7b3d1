@NullMarked
package org.entente.node.names.paper;

import org.jspecify.annotations.NullMarked;
