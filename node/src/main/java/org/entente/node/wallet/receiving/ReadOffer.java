package org.entente.node.wallet.receiving;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entente.node.outside.Unreachable;
import org.entente.protocols.oauth.AuthorizationServerMetadata;
import org.entente.protocols.oid4vci.AuthorizationCode;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.entente.protocols.oid4vci.CredentialOffer;
import org.entente.protocols.oid4vci.CredentialOfferLink;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.springframework.stereotype.Component;

/** Reads an offer and the metadata of who makes it (OID4VCI 1.0 §4.1.3, §12.2.2; RFC 8414 §3). Consumes nothing. */
@Component
class ReadOffer {
    private final IssuerDocuments documents;

    ReadOffer(IssuerDocuments documents) {
        this.documents = documents;
    }

    /**
     * What its issuer says now of what was taken up: endpoints move, and configurations are given up, which are then left
     * out. Only what a renewal needs has to be there.
     */
    KnownOffer again(KnownOffer known) throws Stopped {
        IssuerMetadata all = documents.issuer(known.issuerId());
        AuthorizationServerMetadata server = documents.server(all, chosenServer(known.offer()));
        if (all.nonceEndpoint().isEmpty()) {
            throw new Stopped(Step.ISSUER, Problem.NOT_SUPPORTED);
        }
        KnownOffer now = new KnownOffer(known.offer(), with(all, obtainable(known.offer(), all)), server);
        requireReachable(now);
        return now;
    }

    private void requireReachable(KnownOffer known) throws Stopped {
        documents.requireReachable(known.issuer().credentialEndpoint());
        documents.requireReachable(known.nonceEndpoint());
        documents.requireReachable(known.server().tokenEndpoint());
    }

    /** Follows the link as far as the offer can be judged. */
    KnownOffer read(CredentialOfferLink link) throws Stopped {
        CredentialOffer offer = Stopped.at(Step.OFFER, () -> offer(link));
        IssuerMetadata issuer = offered(offer, documents.issuer(offer.credentialIssuer()));
        AuthorizationServerMetadata server = documents.server(issuer, chosenServer(offer));
        KnownOffer known = new KnownOffer(offer, issuer, server);
        boolean canAsk = Stopped.at(Step.ISSUER, known::canAsk);
        if (known.preAuthorized().isEmpty() && !canAsk) {
            throw new Stopped(Step.ISSUER, Problem.NOT_SUPPORTED);
        }
        requireReachable(known);
        if (canAsk) {
            documents.requireReachable(known.authorizationEndpoint());
            Optional<URI> push = Stopped.at(Step.ISSUER, known::pushEndpoint);
            if (push.isPresent()) {
                documents.requireReachable(push.get());
            }
        }
        return known;
    }

    private CredentialOffer offer(CredentialOfferLink link) throws Unreachable, Stopped {
        return switch (link) {
            case CredentialOfferLink.ByValue(CredentialOffer offer) -> offer;
            case CredentialOfferLink.ByReference(URI address) ->
                CredentialOffer.parse(documents.document(Step.OFFER, address));
        };
    }

    private static IssuerMetadata offered(CredentialOffer offer, IssuerMetadata all) throws Stopped {
        List<CredentialConfiguration> offered = obtainable(offer, all);
        if (offered.size() != offer.configurationIds().size()
                || all.nonceEndpoint().isEmpty()) {
            throw new Stopped(Step.ISSUER, Problem.NOT_SUPPORTED);
        }
        return with(all, offered);
    }

    private static List<CredentialConfiguration> obtainable(CredentialOffer offer, IssuerMetadata all) {
        return offer.configurationIds().stream()
                .flatMap(configuration -> all.configuration(configuration).stream())
                .filter(CredentialConfiguration::isObtainable)
                .toList();
    }

    private static IssuerMetadata with(IssuerMetadata all, List<CredentialConfiguration> offered) {
        return new IssuerMetadata(
                all.credentialIssuer(),
                all.authorizationServers(),
                all.credentialEndpoint(),
                all.nonceEndpoint(),
                all.notificationEndpoint(),
                all.statusListAggregation(),
                all.batchSize(),
                all.display(),
                offered);
    }

    private static Optional<URI> chosenServer(CredentialOffer offer) {
        return offer.preAuthorized()
                .flatMap(PreAuthorizedCode::authorizationServer)
                .or(() -> offer.authorizationCode().flatMap(AuthorizationCode::authorizationServer));
    }
}
