package org.entente.node.issuance.permission;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.offer.MakeOffer;
import org.entente.node.issuance.offer.Offer;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.oauth.AuthorizationRequest;
import org.entente.protocols.oauth.OAuthErrors;
import org.entente.protocols.oid4vci.AuthorizationCode;
import org.entente.protocols.oid4vci.AuthorizationDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads which credentials an authorization request asks for. OID4VCI 1.0 §5.1, RFC 8707 §2. */
@Component
class ReadAuthorizationRequest {
    private final CredentialTypes types;
    private final MakeOffer offers;
    private final NodeIdentity node;

    ReadAuthorizationRequest(CredentialTypes types, MakeOffer offers, NodeIdentity node) {
        this.types = types;
        this.offers = offers;
        this.node = node;
    }

    /** @throws ProtocolError with the code of the parameter that asks for what there is not */
    AskedCredentials read(AuthorizationRequest request, Instant now) {
        List<CredentialType> detailed =
                request.details().stream().map(this::detailed).distinct().toList();
        // What is asked for in both ways is asked for in detail (§5.1.2).
        List<CredentialType> scoped = types.all().stream()
                .filter(type -> request.scopes().contains(type.scope()) && !detailed.contains(type))
                .toList();
        request.value("resource").ifPresent(resource -> {
            requireIssuer(resource, scoped);
            requireIssuer(resource, detailed);
        });
        AskedCredentials asked = new AskedCredentials(
                scoped.stream().map(CredentialType::id).toList(),
                detailed.stream().map(CredentialType::id).toList(),
                Optional.empty());
        return request.value(AuthorizationCode.STATE_PARAMETER)
                .map(state -> led(asked, state, now))
                .orElse(asked);
    }

    /** With the offer that led to the request, which must offer all of it. */
    private AskedCredentials led(AskedCredentials asked, String issuerState, Instant now) {
        Offer offer = offers.ofIssuerState(issuerState, now)
                .orElseThrow(() -> new ProtocolError(
                        OAuthErrors.INVALID_REQUEST, "the issuer_state is unknown or its offer has expired"));
        if (!offer.configurations().containsAll(asked.all())) {
            throw new ProtocolError(
                    asked.detailed().isEmpty() ? OAuthErrors.INVALID_SCOPE : OAuthErrors.INVALID_AUTHORIZATION_DETAILS,
                    "the request asks for more than was offered");
        }
        return new AskedCredentials(asked.scoped(), asked.detailed(), Optional.of(offer.id()));
    }

    private CredentialType detailed(ObjectNode detail) {
        AuthorizationDetail asked = AuthorizationDetail.parse(detail);
        return types.find(asked.configurationId())
                .filter(type -> asked.issuer().stream().allMatch(issuer -> isOf(type, issuer.toString())))
                .orElseThrow(() -> new ProtocolError(
                        OAuthErrors.INVALID_AUTHORIZATION_DETAILS, "no issuer here has this configuration"));
    }

    private void requireIssuer(String resource, List<CredentialType> asked) {
        if (!asked.stream().allMatch(type -> isOf(type, resource))) {
            throw new ProtocolError(
                    OAuthErrors.INVALID_TARGET, "the resource is not the issuer of what the request asks for");
        }
    }

    private boolean isOf(CredentialType type, String issuer) {
        URI identifier = node.issuer(type.organisation());
        return identifier.toString().equals(issuer);
    }
}
