package org.entente.node.issuance.offer;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entente.node.signin.Grant;
import org.entente.node.signin.GrantOutcome;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oauth.TokenRequest;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Exchanges a pre-authorized code and its transaction code for an access token. OID4VCI 1.0 §6. */
@Component
class PreAuthorizedCodeGrant implements Grant {
    private final Offers offers;
    private final OfferSecrets secrets;

    PreAuthorizedCodeGrant(Offers offers, OfferSecrets secrets) {
        this.offers = offers;
        this.secrets = secrets;
    }

    @Override
    public String type() {
        return PreAuthorizedCode.GRANT_TYPE;
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
        RedeemOutcome outcome = secrets.ofCode(code)
                .map(id -> offers.redeem(id, secrets.check(id, transactionCode), now))
                .orElseGet(RedeemOutcome.NotRedeemable::new);
        return switch (outcome) {
            case RedeemOutcome.Redeemed(Offer offer) -> granted(offer);
            case RedeemOutcome.WrongTransactionCode _ -> refused("the tx_code is wrong");
            case RedeemOutcome.NotRedeemable _ -> refused("the code is unknown, was used or has expired");
        };
    }

    private static GrantOutcome granted(Offer offer) {
        IssuanceGrant grant = new IssuanceGrant(offer.id(), offer.configurations());
        return new GrantOutcome.Granted(
                offer.id().value().toString(), "", Set.of(IssuanceGrant.SCOPE), grant.toJson(), Json.newObject());
    }

    private static GrantOutcome refused(String text) {
        return new GrantOutcome.Refused(OAuthErrors.INVALID_GRANT, text);
    }
}
