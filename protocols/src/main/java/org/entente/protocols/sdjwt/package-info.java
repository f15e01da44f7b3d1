/**
 * Selective disclosure for JWTs (SD-JWT, RFC 9901) as SD-JWT VC uses it: issue, read, choose what to show, prove
 * possession, verify. Only {@code dc+sd-jwt}, SHA-256 and ES256. Decides nothing about who may issue what, nor about status.
 */
@NullMarked
package org.entente.protocols.sdjwt;

import org.jspecify.annotations.NullMarked;
