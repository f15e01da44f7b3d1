/**
 * A person’s permission for a wallet to fetch credentials (OID4VCI 1.0 §5, RFC 9396): what the scopes and details of a request
 * mean, and what is shown of them. Who asks, who answers and what tokens are due is for signin to know.
 */
@NullMarked
package org.entente.node.issuance.permission;

import org.jspecify.annotations.NullMarked;
