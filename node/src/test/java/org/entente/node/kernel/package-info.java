@NullMarked
package org.entente.node.kernel;

import org.jspecify.annotations.NullMarked;
