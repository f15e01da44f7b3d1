/** How often something may be tried, counted in the database for all processes together. */
@NullMarked
package org.entente.node.signin.limit;

import org.jspecify.annotations.NullMarked;
