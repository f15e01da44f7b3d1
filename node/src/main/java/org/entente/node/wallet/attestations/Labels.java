package org.entente.node.wallet.attestations;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Language;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.CredentialConfiguration;
import org.entente.protocols.oid4vci.Display;
import org.entente.protocols.oid4vci.IssuerMetadata;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An issuer's names for itself, a type of attestation and its claims, as its metadata gave them at issuance. */
public record Labels(List<Label> issuer, List<Label> type, List<ClaimLabels> claims) {
    /** The most claims whose names are kept. */
    private static final int MAX_CLAIMS = 100;

    /** The names of one claim. */
    public record ClaimLabels(ClaimPath path, List<Label> names) {}

    public Labels {
        issuer = List.copyOf(issuer);
        type = List.copyOf(type);
        claims = List.copyOf(claims);
    }

    /** The names in an issuer's metadata (OID4VCI 1.0 §12.2.4). */
    public static Labels of(IssuerMetadata metadata, CredentialConfiguration configuration) {
        return new Labels(
                labels(metadata.display()),
                labels(configuration.display()),
                configuration.claims().stream()
                        .limit(MAX_CLAIMS)
                        .map(claim -> new ClaimLabels(claim.path(), labels(claim.display())))
                        .toList());
    }

    private static List<Label> labels(List<Display> displays) {
        return displays.stream()
                .limit(Label.MAX_LANGUAGES)
                .map(display -> new Label(display.name(), display.locale()))
                .filter(label -> !label.text().isEmpty())
                .toList();
    }

    /** The issuer's name; its host where it gives none. */
    public Label issuer(Language language, URI identifier) {
        return Label.in(language, issuer).orElseGet(() -> new Label(identifier.getHost(), ""));
    }

    /** The type's name; its identifier where the issuer gives none. */
    public Label type(Language language, String identifier) {
        return Label.in(language, type).orElseGet(() -> new Label(identifier, ""));
    }

    /** The issuer's name for a claim; none where it gives none. */
    public Optional<Label> claim(Language language, ClaimPath path) {
        return claims.stream()
                .filter(claim -> claim.path().equals(path))
                .findFirst()
                .flatMap(claim -> Label.in(language, claim.names()));
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        json.set("issuer", Label.toJson(issuer));
        json.set("type", Label.toJson(type));
        ArrayNode array = json.putArray("claims");
        for (ClaimLabels claim : claims) {
            ObjectNode object = array.addObject();
            object.set("path", claim.path().toJson());
            object.set("names", Label.toJson(claim.names()));
        }
        return json;
    }

    static Labels parse(ObjectNode json) {
        return new Labels(
                Label.parse(json.path("issuer")),
                Label.parse(json.path("type")),
                json.path("claims")
                        .valueStream()
                        .map(claim ->
                                new ClaimLabels(ClaimPath.parse(claim.path("path")), Label.parse(claim.path("names"))))
                        .toList());
    }
}
