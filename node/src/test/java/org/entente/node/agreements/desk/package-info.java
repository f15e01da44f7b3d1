/** Tests of the officers' pages. */
@NullMarked
package org.entente.node.agreements.desk;

import org.jspecify.annotations.NullMarked;
