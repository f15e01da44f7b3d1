/** How often which shape of request was made: types, purposes and names of claims, never a value and never by whom. */
@NullMarked
package org.entente.node.verification.shapes;

import org.jspecify.annotations.NullMarked;
