/** Cases on a real database. */
@NullMarked
package org.entente.node.services.cases;

import org.jspecify.annotations.NullMarked;
