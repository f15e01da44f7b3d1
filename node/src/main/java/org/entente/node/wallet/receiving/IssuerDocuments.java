package org.entente.node.wallet.receiving;

import java.net.URI;
import java.util.Optional;
import org.entente.node.outside.Outside;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.entente.protocols.oauth.AuthorizationServerMetadata;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads what issuers and their authorization servers say of themselves (OID4VCI 1.0 §12.2.2, RFC 8414 §3). */
@Component
class IssuerDocuments {
    private static final String JSON = "application/json";

    private final Outside outside;

    IssuerDocuments(Outside outside) {
        this.outside = outside;
    }

    /** All that an issuer has. */
    IssuerMetadata issuer(URI id) throws Stopped {
        return Stopped.at(Step.ISSUER, () -> {
            requireIdentifier(Step.OFFER, id);
            ObjectNode document = document(Step.ISSUER, IssuerMetadata.location(id));
            requireSelf(document, "credential_issuer", id);
            return IssuerMetadata.parse(document, id);
        });
    }

    /** The server that an offer chooses must be one that the issuer names too (OID4VCI 1.0 §4.1.1). */
    AuthorizationServerMetadata server(IssuerMetadata issuer, Optional<URI> chosen) throws Stopped {
        URI id = chosen.orElseGet(issuer::authorizationServer);
        boolean named = issuer.authorizationServers().contains(id) || id.equals(issuer.authorizationServer());
        if (!named) {
            throw new Stopped(Step.ISSUER, Problem.OTHER_ISSUER);
        }
        return Stopped.at(Step.ISSUER, () -> {
            requireIdentifier(Step.ISSUER, id);
            ObjectNode document = document(Step.ISSUER, AuthorizationServerMetadata.location(id));
            requireSelf(document, "issuer", id);
            return AuthorizationServerMetadata.parse(document, id);
        });
    }

    /** A document as JSON. */
    ObjectNode document(Step step, URI address) throws Unreachable, Stopped {
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
    void requireReachable(URI endpoint) throws Stopped {
        if (!outside.isAcceptable(endpoint)) {
            throw new Stopped(Step.ISSUER, Problem.ADDRESS_REFUSED);
        }
    }

    private void requireIdentifier(Step step, URI id) throws Stopped {
        if (!outside.isAcceptable(id) || id.getRawQuery() != null) {
            throw new Stopped(step, Problem.ADDRESS_REFUSED);
        }
    }

    private static void requireSelf(ObjectNode document, String member, URI id) throws Stopped {
        if (!document.path(member).asString("").equals(id.toString())) {
            throw new Stopped(Step.ISSUER, Problem.OTHER_ISSUER);
        }
    }
}
