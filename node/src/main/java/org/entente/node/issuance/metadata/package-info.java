/** What an issuer says about itself: to wallets (OID4VCI 1.0 §12.2) and to other governments (OpenID Federation 1.0 §5). */
@NullMarked
package org.entente.node.issuance.metadata;

import org.jspecify.annotations.NullMarked;
