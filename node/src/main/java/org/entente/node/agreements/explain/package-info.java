/**
 * The proof path of a credential that nobody has shown: for any type, issuer, service, purpose, claims and day, every step
 * from the signed entente to the claims asked, the first that fails and how to mend it. Judges no credential and sees
 * nothing of a person.
 */
@NullMarked
package org.entente.node.agreements.explain;

import org.jspecify.annotations.NullMarked;
