/** Tests of differences between texts. */
@NullMarked
package org.entente.node.agreements.diff;

import org.jspecify.annotations.NullMarked;
