package org.entente.node.issuance.credential;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.node.issuance.IssuanceSettings;
import org.entente.node.issuance.nonce.Nonces;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.oid4vci.CredentialError;
import org.entente.protocols.oid4vci.HolderProof;
import org.springframework.stereotype.Component;

/** Verifies the key proofs of a request (OID4VCI 1.0 Appendix F.4) up to the spending of their nonce. */
@Component
class VerifyProofs {
    private final NodeIdentity node;
    private final IssuanceSettings settings;
    private final Nonces nonces;

    VerifyProofs(NodeIdentity node, IssuanceSettings settings, Nonces nonces) {
        this.node = node;
        this.settings = settings;
        this.nonces = nonces;
    }

    /** @param clientId the wallet to which the token was issued, "" when it has no name */
    HolderKeys verify(Organisation issuer, List<String> proofs, String clientId, Instant now) {
        if (proofs.size() > settings.batchSize()) {
            return new HolderKeys.Refused(
                    CredentialError.INVALID_CREDENTIAL_REQUEST,
                    "one request carries at most " + settings.batchSize() + " proofs");
        }
        List<PublicJwk> keys = new ArrayList<>(proofs.size());
        Set<String> used = new HashSet<>();
        for (String proof : proofs) {
            switch (HolderProof.verify(proof, node.issuer(issuer), clientId, now)) {
                case HolderProof.Verdict.Invalid(String reason) -> {
                    return new HolderKeys.Refused(CredentialError.INVALID_PROOF, reason);
                }
                case HolderProof.Verdict.Valid(PublicJwk key, String nonce) -> {
                    keys.add(key);
                    used.add(nonce);
                }
            }
        }
        return sound(issuer, keys, used, now);
    }

    private HolderKeys sound(Organisation issuer, List<PublicJwk> keys, Set<String> used, Instant now) {
        if (keys.stream().map(PublicJwk::thumbprint).distinct().count() < keys.size()) {
            return new HolderKeys.Refused(CredentialError.INVALID_PROOF, "two proofs are of the same key");
        }
        if (used.size() > 1) {
            return new HolderKeys.Refused(CredentialError.INVALID_PROOF, "the proofs carry different nonces");
        }
        String nonce = used.iterator().next();
        return nonces.isCurrent(issuer, nonce, now)
                ? new HolderKeys.Proven(keys, nonce)
                : new HolderKeys.Refused(CredentialError.INVALID_NONCE, "the nonce is not ours or has expired");
    }
}
