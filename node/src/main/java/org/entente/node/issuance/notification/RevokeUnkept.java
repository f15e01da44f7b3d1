package org.entente.node.issuance.notification;

import java.time.Instant;
import java.util.List;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.family.AwaitedFamilies;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.issuance.revocation.RevocationScope;
import org.entente.node.issuance.revocation.RevokeCredentials;
import org.springframework.stereotype.Component;

/** Revokes the batches that no wallet has, all of an issuer in one go: each list that they are in is signed once. */
@Component
class RevokeUnkept {
    /** The most of an issuer in a run. */
    private static final int AT_ONCE = 5_000;

    private final CredentialTypes types;
    private final AwaitedFamilies families;
    private final RevokeCredentials revokeCredentials;

    RevokeUnkept(CredentialTypes types, AwaitedFamilies families, RevokeCredentials revokeCredentials) {
        this.types = types;
        this.families = families;
        this.revokeCredentials = revokeCredentials;
    }

    void revoke(Instant now) {
        types.all().stream().map(CredentialType::organisation).distinct().forEach(issuer -> {
            List<FamilyHandle> unkept = families.ended(issuer.id(), now, AT_ONCE);
            if (!unkept.isEmpty()) {
                revokeCredentials.revoke(
                        new RevocationScope.OfFamilies(issuer, unkept), RevocationReason.NOT_KEPT, now);
            }
        });
    }
}
