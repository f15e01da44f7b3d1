/**
 * The pages of the officers who answer for ententes: what is on the table and what they may do about it, what they may do
 * about an entente in force. They decide nothing themselves: every act is one that the room's own interface has, too.
 */
@NullMarked
package org.entente.node.agreements.desk;

import org.jspecify.annotations.NullMarked;
