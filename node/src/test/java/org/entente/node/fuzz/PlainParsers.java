package org.entente.node.fuzz;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.names.NameReading;
import org.entente.names.NameText;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.ProfileJson;
import org.entente.names.profile.Revocation;
import org.entente.names.profile.SignedProfile;
import org.entente.node.agreements.ProofPath;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Origins;
import org.entente.node.people.EmailAddress;
import org.entente.node.signin.device.DeviceFamily;
import org.entente.node.signin.session.ReturnPath;
import org.entente.node.trust.statement.NodeMetadata;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementContent;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.node.ObjectNode;

/** The readers that every room may call. */
final class PlainParsers {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final URI NODE = URI.create("https://quebec.example");

    private interface Reader {
        Object read(String text);
    }

    private PlainParsers() {}

    static List<Parser> typed() {
        return List.of(
                Parser.ofTyped(
                        "email-address", text -> EmailAddress.parse(text).map(EmailAddress::value), "gaspé@exämple.ca"),
                Parser.ofTyped(
                        "family-handle", text -> FamilyHandle.parse(text).map(FamilyHandle::value), "A".repeat(43)),
                Parser.ofTyped("language", text -> Language.of(text).map(Language::code), "fr", "en"),
                Parser.ofTyped(
                        "return-path",
                        text -> Optional.of(ReturnPath.of(text)).map(path -> path.in(Language.FR)),
                        "/fr/services/arrival",
                        "/en"),
                Parser.ofTyped(
                        "user-agent",
                        text -> Optional.of(DeviceFamily.of(text)).map(family -> {
                            DeviceFamily.ofStored(family.stored());
                            return "";
                        }),
                        "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/142.0"),
                Parser.ofTyped(
                        "origin",
                        text -> refusing(address -> Origins.of(acceptable(URI.create(address))), text),
                        "https://quebec.example:8443/a?b"));
    }

    static List<Parser> names() {
        String profile = ProfileJson.write(DraftProfiles.all().getFirst());
        return List.of(
                Parser.ofTyped(
                        "name",
                        text -> NameText.read(text) instanceof NameReading.Accepted(NameText name)
                                ? Optional.of(name.value())
                                : Optional.empty(),
                        "Kuujjuaq",
                        "xʷməθkʷəy̓əm"),
                Parser.ofTyped(
                        "profile", text -> refusing(json -> ProfileJson.write(ProfileJson.read(json)), text), profile),
                Parser.ofTyped(
                        "signed-profile",
                        text -> refusing(json -> SignedProfile.read(json).write(), text),
                        "{\"profile\":" + profile + ",\"signature\":\"a.b.c\"}"),
                Parser.ofTyped(
                        "profile-revocation",
                        text -> refusing(json -> Revocation.read(json).write(), text),
                        "{\"revokes\":\"test:salish\",\"reason\":\"wrong\",\"signature\":\"a..c\"}"));
    }

    /** @param signer of the samples, with a certificate */
    static List<Parser> ofPeers(Signer signer) {
        return List.of(
                Parser.ofObject("node-metadata", json -> metadata(json, signer), metadata(signer))
                        .withSignatures(),
                Parser.ofJson("proof-path", json -> ProofPath.parse(json).toJson(), Json.parse("[]")));
    }

    private static Object metadata(ObjectNode json, Signer signer) {
        ObjectNode all = Json.newObject();
        all.set(NodeMetadata.TYPE, json);
        NodeMetadata.read(EntityStatement.sign(
                new StatementContent(NODE, NODE, NOW, NOW.plusSeconds(60), Jwks.of(signer.publicKey()), List.of(), all),
                signer));
        return "";
    }

    private static ObjectNode metadata(Signer signer) {
        ObjectNode metadata = Json.object("""
                {"role": "government", "name": {"fr": "Québec", "en": "Quebec"},
                 "jurisdiction": {"code": "CA-QC", "kind": "province", "name": {"fr": "Québec", "en": "Quebec"}}}""");
        signer.certificates()
                .forEach(one -> metadata.withArray("/credential_authorities").add(Certificates.toBase64(one)));
        return metadata;
    }

    private static URI acceptable(URI address) {
        if (!Origins.isAcceptable(address)) {
            throw new IllegalArgumentException("not acceptable");
        }
        return address;
    }

    /** What a reader says that throws where it refuses. */
    private static Optional<Object> refusing(Reader reader, String text) {
        try {
            return Optional.of(reader.read(text).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
