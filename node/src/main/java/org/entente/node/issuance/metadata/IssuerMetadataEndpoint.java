package org.entente.node.issuance.metadata;

import org.entente.node.issuance.Issuers;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Publishes an issuer's metadata, its path inserted after the well-known one. OID4VCI 1.0 §12.2.2. */
@RestController
class IssuerMetadataEndpoint {
    private final Issuers issuers;
    private final DescribeIssuer describe;

    IssuerMetadataEndpoint(Issuers issuers, DescribeIssuer describe) {
        this.issuers = issuers;
        this.describe = describe;
    }

    @GetMapping(
            path = "/.well-known/openid-credential-issuer/o/{organisation}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode read(@PathVariable String organisation) {
        return describe.describe(issuers.require(organisation)).toJson();
    }
}
