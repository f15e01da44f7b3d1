/**
 * Names as credentials and other systems carry them, as plain data: SD-JWT VC, mdoc, OpenID Connect, FHIR. Signs and encodes
 * nothing. Ceremonial names are never among them; former ones only where a purpose is given.
 */
@NullMarked
package org.entente.names.claim;

import org.jspecify.annotations.NullMarked;
