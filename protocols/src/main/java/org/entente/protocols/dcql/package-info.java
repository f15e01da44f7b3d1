/**
 * Digital Credentials Query Language (OpenID4VP 1.0 §6): what a verifier asks for, as data. Does not fetch, decrypt or
 * verify a credential.
 */
@NullMarked
package org.entente.protocols.dcql;

import org.jspecify.annotations.NullMarked;
