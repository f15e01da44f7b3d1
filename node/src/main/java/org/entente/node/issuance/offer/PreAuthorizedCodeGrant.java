package org.entente.node.issuance.offer;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.signin.Grant;
import org.entente.node.signin.GrantOutcome;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.AuthorizationRequest;
import org.entente.protocols.oauth.ClientAuthentication;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oauth.TokenRequest;
import org.entente.protocols.oid4vci.AuthorizationDetail;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Exchanges a pre-authorized code and its transaction code for an access token. OID4VCI 1.0 §6. */
@Component
class PreAuthorizedCodeGrant implements Grant {
    private final Offers offers;
    private final OfferSecrets secrets;
    private final CredentialTypes types;
    private final NodeIdentity node;

    PreAuthorizedCodeGrant(Offers offers, OfferSecrets secrets, CredentialTypes types, NodeIdentity node) {
        this.offers = offers;
        this.secrets = secrets;
        this.types = types;
        this.node = node;
    }

    @Override
    public String type() {
        return PreAuthorizedCode.GRANT_TYPE;
    }

    @Override
    public boolean isOffered() {
        return !types.all().isEmpty();
    }

    @Override
    public ObjectNode metadata() {
        return Json.newObject().put("pre-authorized_grant_anonymous_access_supported", true);
    }

    @Override
    public GrantOutcome redeem(TokenRequest request, Optional<String> dpopThumbprint, Instant now) {
        String code = request.required(PreAuthorizedCode.CODE_PARAMETER);
        String transactionCode = request.value(PreAuthorizedCode.TRANSACTION_CODE_PARAMETER)
                .orElseThrow(() -> new ProtocolError(OAuthErrors.INVALID_REQUEST, "this code needs a tx_code"));
        List<AuthorizationDetail> details = details(request);
        List<String> detailed = details.stream()
                .map(AuthorizationDetail::configurationId)
                .distinct()
                .toList();
        Optional<OfferId> id = secrets.ofCode(code);
        if (!detailed.isEmpty()
                && id.flatMap(offers::find)
                        .filter(offer -> !offer.configurations().containsAll(detailed)
                                || !details.stream().allMatch(detail -> detail.mayBeOf(issuer(offer))))
                        .isPresent()) {
            return new GrantOutcome.Refused(
                    OAuthErrors.INVALID_AUTHORIZATION_DETAILS,
                    "the authorization_details ask for more than was offered");
        }
        RedeemOutcome outcome = id.map(known -> offers.redeem(known, secrets.check(known, transactionCode), now))
                .orElseGet(RedeemOutcome.NotRedeemable::new);
        return switch (outcome) {
            case RedeemOutcome.Redeemed(Offer offer) -> granted(request.client(), offer, detailed);
            case RedeemOutcome.WrongTransactionCode _ ->
                new GrantOutcome.Refused(OAuthErrors.INVALID_GRANT, "the tx_code is wrong", true);
            case RedeemOutcome.NotRedeemable _ -> refused("the code is unknown, was used or has expired");
        };
    }

    /** What the wallet asks for in detail (§6.1.1); nothing when it leaves it to the offer. */
    private static List<AuthorizationDetail> details(TokenRequest request) {
        return request.value("authorization_details").map(AuthorizationRequest::details).orElseGet(List::of).stream()
                .map(AuthorizationDetail::parse)
                .toList();
    }

    private URI issuer(Offer offer) {
        return URI.create(node.origin() + "/o/" + offer.id().organisation());
    }

    private GrantOutcome granted(ClientAuthentication client, Offer offer, List<String> detailed) {
        ObjectNode members = Json.newObject();
        URI issuer = issuer(offer);
        detailed.forEach(configuration -> members.withArray("/authorization_details")
                .add(Entitlement.detail(configuration, issuer).toJson()));
        return new GrantOutcome.Granted(
                offer.id().value().toString(),
                client instanceof ClientAuthentication.PublicClient(String name) ? name : "",
                Set.of(Entitlement.OFFER_SCOPE),
                Entitlement.byOffer(offer.id(), detailed.isEmpty() ? offer.configurations() : List.of(), detailed),
                members);
    }

    private static GrantOutcome refused(String text) {
        return new GrantOutcome.Refused(OAuthErrors.INVALID_GRANT, text);
    }
}
