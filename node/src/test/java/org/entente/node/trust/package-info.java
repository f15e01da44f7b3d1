@NullMarked
package org.entente.node.trust;

import org.jspecify.annotations.NullMarked;
