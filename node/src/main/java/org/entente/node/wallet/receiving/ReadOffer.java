package org.entente.node.wallet.receiving;

import java.net.URI;
import java.util.List;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.entente.protocols.oauth.AuthorizationServerMetadata;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.entente.protocols.oid4vci.CredentialOffer;
import org.entente.protocols.oid4vci.CredentialOfferLink;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads an offer and the metadata of who makes it (OID4VCI 1.0 §4.1.3, §12.2.2; RFC 8414 §3). Consumes nothing. */
@Component
class ReadOffer {
    private static final String JSON = "application/json";

    private final Outside outside;

    ReadOffer(Outside outside) {
        this.outside = outside;
    }

    /** Follows the link as far as the offer can be judged. */
    KnownOffer read(CredentialOfferLink link) throws Stopped {
        CredentialOffer offer = Stopped.at(Step.OFFER, () -> offer(link));
        if (offer.preAuthorized().isEmpty()) {
            throw new Stopped(Step.OFFER, Problem.NOT_SUPPORTED);
        }
        if (!isIdentifier(offer.credentialIssuer())) {
            throw new Stopped(Step.OFFER, Problem.ADDRESS_REFUSED);
        }
        IssuerMetadata issuer = Stopped.at(Step.ISSUER, () -> issuer(offer));
        AuthorizationServerMetadata server =
                Stopped.at(Step.ISSUER, () -> server(offer.preAuthorized().get(), issuer));
        requireReachable(issuer.credentialEndpoint());
        requireReachable(issuer.nonceEndpoint().orElseThrow());
        requireReachable(server.tokenEndpoint());
        return new KnownOffer(offer, issuer, server);
    }

    private CredentialOffer offer(CredentialOfferLink link) throws Unreachable, Stopped {
        return switch (link) {
            case CredentialOfferLink.ByValue(CredentialOffer offer) -> offer;
            case CredentialOfferLink.ByReference(URI address) -> CredentialOffer.parse(document(Step.OFFER, address));
        };
    }

    private IssuerMetadata issuer(CredentialOffer offer) throws Unreachable, Stopped {
        URI id = offer.credentialIssuer();
        ObjectNode document = document(Step.ISSUER, IssuerMetadata.location(id));
        requireSelf(document, "credential_issuer", id);
        IssuerMetadata all = IssuerMetadata.parse(document, id);
        List<CredentialConfiguration> offered = offer.configurationIds().stream()
                .flatMap(configuration -> all.configuration(configuration).stream())
                .filter(CredentialConfiguration::isObtainable)
                .toList();
        if (offered.size() != offer.configurationIds().size()
                || all.nonceEndpoint().isEmpty()) {
            throw new Stopped(Step.ISSUER, Problem.NOT_SUPPORTED);
        }
        return new IssuerMetadata(
                id,
                all.authorizationServers(),
                all.credentialEndpoint(),
                all.nonceEndpoint(),
                all.batchSize(),
                all.display(),
                offered);
    }

    /** The server that the offer names must be one that the issuer names too (OID4VCI 1.0 §4.1.1). */
    private AuthorizationServerMetadata server(PreAuthorizedCode grant, IssuerMetadata issuer)
            throws Unreachable, Stopped {
        URI id = grant.authorizationServer().orElseGet(issuer::authorizationServer);
        boolean named = issuer.authorizationServers().contains(id) || id.equals(issuer.authorizationServer());
        if (!named) {
            throw new Stopped(Step.ISSUER, Problem.OTHER_ISSUER);
        }
        if (!isIdentifier(id)) {
            throw new Stopped(Step.ISSUER, Problem.ADDRESS_REFUSED);
        }
        ObjectNode document = document(Step.ISSUER, AuthorizationServerMetadata.location(id));
        requireSelf(document, "issuer", id);
        return AuthorizationServerMetadata.parse(document, id);
    }

    private static void requireSelf(ObjectNode document, String member, URI id) throws Stopped {
        if (!document.path(member).asString("").equals(id.toString())) {
            throw new Stopped(Step.ISSUER, Problem.OTHER_ISSUER);
        }
    }

    private ObjectNode document(Step step, URI address) throws Unreachable, Stopped {
        OutsideAnswer answer = outside.get(address, JSON);
        if (answer.status() >= 500 || answer.status() == 429) {
            throw new Stopped(step, Problem.ISSUER_FAULT);
        }
        if (!answer.isSuccess()) {
            throw new Stopped(step, step == Step.OFFER ? Problem.OFFER_OVER : Problem.MALFORMED);
        }
        return answer.json();
    }

    /** An address to which we would never speak is found out now, not after the holder's yes. */
    private void requireReachable(URI endpoint) throws Stopped {
        if (!outside.isAcceptable(endpoint)) {
            throw new Stopped(Step.ISSUER, Problem.ADDRESS_REFUSED);
        }
    }

    private boolean isIdentifier(URI id) {
        return outside.isAcceptable(id) && id.getRawQuery() == null;
    }
}
