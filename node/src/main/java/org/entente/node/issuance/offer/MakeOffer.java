package org.entente.node.issuance.offer;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.IssuanceSettings;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.StandingSessions;
import org.entente.node.web.Messages;
import org.entente.protocols.oid4vci.AuthorizationCode;
import org.entente.protocols.oid4vci.CredentialOffer;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.entente.protocols.oid4vci.TransactionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes offers, and shows again those that were made. */
@Component
public class MakeOffer {
    private final StandingSessions sessions;
    private final Offers offers;
    private final OfferSecrets offerSecrets;
    private final Secrets secrets;
    private final NodeIdentity node;
    private final IssuanceSettings settings;
    private final String codeDescription;

    MakeOffer(
            StandingSessions sessions,
            Offers offers,
            OfferSecrets offerSecrets,
            Secrets secrets,
            NodeIdentity node,
            IssuanceSettings settings,
            Messages messages) {
        this.sessions = sessions;
        this.offers = offers;
        this.offerSecrets = offerSecrets;
        this.secrets = secrets;
        this.node = node;
        this.settings = settings;
        // OID4VCI has one description for all languages: both stand in it.
        this.codeDescription = messages.say(Language.FR, "issuance.offer.code-description") + " · "
                + messages.say(Language.EN, "issuance.offer.code-description");
    }

    /** Makes an offer that can be redeemed until the offers' lifetime has passed. */
    public MadeOffer make(OfferRequest request, Instant now) {
        OfferId id = new OfferId(request.organisation().id(), secrets.id());
        Offer offer = new Offer(
                id,
                request.types().stream().map(CredentialType::id).toList(),
                request.record(),
                request.person(),
                false,
                now.plus(settings.offerLifetime()).truncatedTo(ChronoUnit.SECONDS));
        String transactionCode = request.transactionCode().orElseGet(() -> offerSecrets.transactionCode(id));
        offers.add(offer, offerSecrets.check(id, transactionCode));
        return made(offer, transactionCode);
    }

    /** As {@link #make(OfferRequest, Instant)}, by whoever is signed in, in a session that has not ended when it counts. */
    @Transactional
    public MadeOffer make(OfferRequest request, SignedIn signedIn, Instant now) {
        sessions.hold(signedIn);
        return make(request, now);
    }

    /** The offer that a person's account made, until it expires. */
    public Optional<MadeOffer> find(UUID id, String organisation, PersonId person, Instant now) {
        return offers.find(new OfferId(organisation, id))
                .filter(offer -> offer.person().equals(Optional.of(person)))
                .filter(offer -> now.isBefore(offer.expiresAt()))
                .map(offer -> made(offer, offerSecrets.transactionCode(offer.id())));
    }

    /** The offer at an address, until it expires, whether or not it was redeemed. */
    Optional<CredentialOffer> read(String organisation, String address, Instant now) {
        return offerSecrets
                .atAddress(organisation, address)
                .flatMap(offers::find)
                .filter(offer -> now.isBefore(offer.expiresAt()))
                .map(offer -> credentialOffer(offer));
    }

    /** The offer to which a wallet refers in an authorization request, until it expires, redeemed or not. */
    public Optional<Offer> ofIssuerState(String issuerState, Instant now) {
        return offerSecrets
                .ofIssuerState(issuerState)
                .flatMap(offers::find)
                .filter(offer -> now.isBefore(offer.expiresAt()));
    }

    private MadeOffer made(Offer offer, String transactionCode) {
        return new MadeOffer(
                offer.id(),
                credentialOffer(offer),
                URI.create(issuer(offer) + "/offers/" + offerSecrets.address(offer.id())),
                transactionCode,
                offer.expiresAt(),
                offer.redeemed());
    }

    private CredentialOffer credentialOffer(Offer offer) {
        TransactionCode code = new TransactionCode(TransactionCode.InputMode.NUMERIC, 0, codeDescription);
        return new CredentialOffer(
                issuer(offer),
                offer.configurations(),
                Optional.of(new PreAuthorizedCode(offerSecrets.code(offer.id()), Optional.of(code), Optional.empty())),
                Optional.of(
                        new AuthorizationCode(Optional.of(offerSecrets.issuerState(offer.id())), Optional.empty())));
    }

    private URI issuer(Offer offer) {
        return URI.create(node.origin() + "/o/" + offer.id().organisation());
    }
}
