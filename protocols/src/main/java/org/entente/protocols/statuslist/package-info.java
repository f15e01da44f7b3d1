/**
 * Token Status List (draft-ietf-oauth-status-list-20) in its JWT form: the list, the signed token that carries it, the
 * reference in a credential. Fetches nothing, stores nothing, and does not say what a status means for a service.
 */
@NullMarked
package org.entente.protocols.statuslist;

import org.jspecify.annotations.NullMarked;
