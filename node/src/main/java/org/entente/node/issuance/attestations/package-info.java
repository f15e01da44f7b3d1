/**
 * A person's own pages: be matched to a register, choose what to be offered, pass it to a wallet, see and stop what was
 * issued. What an attestation says is not shown here, and nothing tells whether it was used: nobody here knows.
 */
@NullMarked
package org.entente.node.issuance.attestations;

import org.jspecify.annotations.NullMarked;
