/**
 * X.509 certificates (RFC 5280) as the credential standards use them: read from {@code x5c}, checked up to given anchors,
 * named by key identifier or hash. Issues none, knows no list of public authorities, fetches no revocation.
 */
@NullMarked
package org.entente.protocols.x509;

import org.jspecify.annotations.NullMarked;
