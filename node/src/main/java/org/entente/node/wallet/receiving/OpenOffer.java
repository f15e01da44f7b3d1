package org.entente.node.wallet.receiving;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.oid4vci.AuthorizationCode;
import org.entente.protocols.oid4vci.CredentialOffer;
import org.entente.protocols.oid4vci.CredentialOfferLink;
import org.springframework.stereotype.Component;

/** Reads the offer that a link leads to and keeps it for the holder to decide on. */
@Component
class OpenOffer {
    private final ReadOffer readOffer;
    private final Offers offers;
    private final Secrets secrets;

    OpenOffer(ReadOffer readOffer, Offers offers, Secrets secrets) {
        this.readOffer = readOffer;
        this.offers = offers;
        this.secrets = secrets;
    }

    /** @param offer the parameter {@code credential_offer}; @param offerUri {@code credential_offer_uri} */
    OpenOutcome open(PersonId person, Optional<String> offer, Optional<String> offerUri, Instant now) {
        try {
            return open(person, Stopped.at(Step.OFFER, () -> CredentialOfferLink.parse(offer, offerUri)), now);
        } catch (Stopped stopped) {
            return new OpenOutcome.NotReadable(stopped.step(), stopped.problem());
        }
    }

    /** What a holder chose at an issuer that offered nothing: the holder's own wish, decided on like an offer. */
    OpenOutcome choose(PersonId person, URI issuer, String configuration, Instant now) {
        try {
            CredentialOffer wish = Stopped.at(
                    Step.OFFER,
                    () -> new CredentialOffer(
                            issuer,
                            List.of(configuration),
                            Optional.empty(),
                            Optional.of(new AuthorizationCode(Optional.empty(), Optional.empty()))));
            return open(person, new CredentialOfferLink.ByValue(wish), now);
        } catch (Stopped stopped) {
            return new OpenOutcome.NotReadable(stopped.step(), stopped.problem());
        }
    }

    private OpenOutcome open(PersonId person, CredentialOfferLink link, Instant now) throws Stopped {
        return offers.open(person, readOffer.read(link), secrets.id(), now)
                .map(OpenOutcome.Opened::new)
                .orElseThrow(() -> new Stopped(Step.OFFER, Problem.TOO_MANY_UNDER_WAY));
    }
}
