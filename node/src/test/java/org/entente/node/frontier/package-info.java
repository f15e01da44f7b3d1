@NullMarked
package org.entente.node.frontier;

import org.jspecify.annotations.NullMarked;
