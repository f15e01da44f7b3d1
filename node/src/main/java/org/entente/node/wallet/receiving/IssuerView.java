package org.entente.node.wallet.receiving;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.node.kernel.Language;
import org.entente.node.wallet.attestations.Label;
import org.entente.node.wallet.attestations.Labels;
import org.entente.node.web.Addressed;
import org.entente.node.web.FormErrors;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.entente.protocols.oid4vci.IssuerMetadata;

/**
 * What an issuer has that this wallet can obtain.
 *
 * @param host whose certificate the issuer's address is under: what the holder can recognise
 */
public record IssuerView(URI issuer, Label name, String host, List<Type> types, FormErrors errors)
        implements Addressed {
    /** The most types that are shown. */
    private static final int MAX_TYPES = 100;

    /** A type by the name of its configuration, with the names of its claims. */
    public record Type(String configuration, Label name, List<Label> claims) {}

    public IssuerView {
        types = List.copyOf(types);
    }

    @Override
    public String query() {
        return "?issuer=" + URLEncoder.encode(issuer.toString(), StandardCharsets.UTF_8);
    }

    static IssuerView of(IssuerMetadata issuer, Language language, FormErrors errors) {
        URI id = issuer.credentialIssuer();
        List<CredentialConfiguration> obtainable = issuer.configurations().stream()
                .filter(CredentialConfiguration::isObtainable)
                .limit(MAX_TYPES)
                .toList();
        Label name = obtainable.isEmpty()
                ? new Label(id.getHost(), "")
                : Labels.of(issuer, obtainable.getFirst()).issuer(language, id);
        return new IssuerView(
                id,
                name,
                id.getHost(),
                obtainable.stream()
                        .map(configuration -> type(issuer, configuration, language))
                        .toList(),
                errors);
    }

    private static Type type(IssuerMetadata issuer, CredentialConfiguration configuration, Language language) {
        Labels labels = Labels.of(issuer, configuration);
        return new Type(
                configuration.id(),
                labels.type(language, configuration.vct()),
                labels.claims().stream()
                        .flatMap(claim -> Label.in(language, claim.names()).stream())
                        .toList());
    }
}
