@NullMarked
package org.entente.node.trust.examine;

import org.jspecify.annotations.NullMarked;
