package org.entente.node.wallet.receiving;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.entente.protocols.oauth.Form;
import org.springframework.stereotype.Component;

/** Hears an issuer's answer in the browser of the holder who was led there, once, and receives what was allowed. */
@Component
class HearIssuer {
    private final Offers offers;
    private final ReceiveAttestations receiveAttestations;
    private final Secrets secrets;

    HearIssuer(Offers offers, ReceiveAttestations receiveAttestations, Secrets secrets) {
        this.offers = offers;
        this.receiveAttestations = receiveAttestations;
        this.secrets = secrets;
    }

    /**
     * @param query of the address to which the issuer led the browser
     * @return the offer that the answer is about; none when this wallet asked nothing of the kind for this holder
     */
    Optional<UUID> hear(PersonId person, String query, Instant now) {
        return answer(query)
                .flatMap(answer -> offers.hear(person, answer.state(), secrets.id(), now)
                        .map(attempt -> {
                            // What became of it stands with the offer.
                            ReceiveOutcome outcome = receiveAttestations.receive(person, attempt, answer, now);
                            return switch (outcome) {
                                case ReceiveOutcome.Received _,
                                        ReceiveOutcome.NotOpen _,
                                        ReceiveOutcome.Interrupted _ -> attempt.offer();
                            };
                        }));
    }

    private static Optional<AuthorizationAnswer> answer(String query) {
        try {
            return Optional.of(AuthorizationAnswer.parse(Form.ofQuery(query)));
        } catch (ProtocolError malformed) {
            return Optional.empty();
        }
    }
}
