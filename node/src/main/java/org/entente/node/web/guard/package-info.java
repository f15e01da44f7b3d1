/**
 * Stands before every handler: security headers, the limit of bodies, the refusal of forms sent from other sites. Does
 * not know who is signed in.
 */
@NullMarked
package org.entente.node.web.guard;

import org.jspecify.annotations.NullMarked;
