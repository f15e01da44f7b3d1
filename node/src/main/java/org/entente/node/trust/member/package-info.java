/** The council's list of members: enrols nodes by their configuration and vouches for their keys. On a directory only. */
@NullMarked
package org.entente.node.trust.member;

import org.jspecify.annotations.NullMarked;
