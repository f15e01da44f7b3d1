/**
 * How governments come to one text: the signed moves that put texts on the table, agree to them or end the talks, and what
 * follows from them. Pure: the same moves, in whatever order and however often they come, give the same answer on every
 * node. Not how a text is signed, nor what happens to it afterwards.
 */
@NullMarked
package org.entente.node.agreements.negotiation;

import org.jspecify.annotations.NullMarked;
