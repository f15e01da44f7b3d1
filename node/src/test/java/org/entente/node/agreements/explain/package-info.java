/** Tests of proof paths. */
@NullMarked
package org.entente.node.agreements.explain;

import org.jspecify.annotations.NullMarked;
