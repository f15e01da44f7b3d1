package org.entente.node.issuance.metadata;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.IssuanceSettings;
import org.entente.node.issuance.status.Statuses;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.oid4vci.ClaimDescription;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.entente.protocols.oid4vci.Display;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.springframework.stereotype.Component;

/** Describes an issuer and its credential types, in both languages. */
@Component
class DescribeIssuer {
    private final NodeIdentity node;
    private final CredentialTypes types;
    private final IssuanceSettings settings;
    private final Text pseudonyms;

    DescribeIssuer(NodeIdentity node, CredentialTypes types, IssuanceSettings settings, Messages messages) {
        this.node = node;
        this.types = types;
        this.settings = settings;
        this.pseudonyms = new Text(
                messages.say(Language.FR, "issuance.claim.pseudonyms"),
                messages.say(Language.EN, "issuance.claim.pseudonyms"));
    }

    IssuerMetadata describe(Organisation issuer) {
        URI identifier = node.issuer(issuer);
        return new IssuerMetadata(
                identifier,
                List.of(node.origin()),
                URI.create(identifier + "/credential"),
                Optional.of(URI.create(identifier + "/nonce")),
                Optional.of(URI.create(identifier + "/notification")),
                Optional.of(Statuses.aggregation(node, issuer)),
                settings.batchSize(),
                display(issuer.name()),
                types.of(issuer).stream().map(this::configuration).toList());
    }

    private CredentialConfiguration configuration(CredentialType type) {
        Stream<ClaimDescription> named = type.claims().stream()
                .map(claim -> new ClaimDescription(claim.path(), claim.mandatory(), display(claim.name())));
        ClaimDescription forSectors = new ClaimDescription(ClaimPath.of("pseudonyms"), false, display(pseudonyms));
        return new CredentialConfiguration(
                type.id(),
                CredentialConfiguration.SD_JWT_VC,
                type.scope(),
                type.vct(),
                List.of("ES256"),
                display(type.name()),
                Stream.concat(named, Stream.of(forSectors)).toList());
    }

    private static List<Display> display(Text text) {
        return Stream.of(Language.values())
                .map(language -> new Display(text.in(language), language.code()))
                .toList();
    }
}
