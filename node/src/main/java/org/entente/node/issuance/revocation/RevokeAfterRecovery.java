package org.entente.node.issuance.revocation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.Registers;
import org.entente.node.signin.AfterRecovery;
import org.springframework.stereotype.Component;

/** Revokes what was issued to a person who recovered the account: copies may be in other hands. */
@Component
class RevokeAfterRecovery implements AfterRecovery {
    private final CredentialTypes types;
    private final Registers registers;
    private final RevokeCredentials revokeCredentials;

    RevokeAfterRecovery(CredentialTypes types, Registers registers, RevokeCredentials revokeCredentials) {
        this.types = types;
        this.registers = registers;
        this.revokeCredentials = revokeCredentials;
    }

    @Override
    public void recovered(PersonId person, Instant now) {
        types.all().stream()
                .map(CredentialType::register)
                .distinct()
                .sorted()
                .map(register -> registers.recordOf(person, register))
                .flatMap(Optional::stream)
                .forEach(record -> revokeCredentials.revoke(
                        new RevocationScope.OfRecords(List.of(record)), RevocationReason.ASKED, now));
    }
}
