/** How a further government joins an entente in force: its request here, and its checks by those who approve. */
@NullMarked
package org.entente.node.agreements.accede;

import org.jspecify.annotations.NullMarked;
