package org.entente.protocols.fuzz;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.protocols.Base64Url;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementContent;
import org.entente.protocols.jose.CompactJwe;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.jose.UnreadableJws;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.Disclosure;
import org.entente.protocols.sdjwt.Expectation;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import org.entente.protocols.sdjwt.SdJwtVerification;
import org.entente.protocols.statuslist.StatusList;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.statuslist.StatusReference;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.SignedNote;
import org.entente.protocols.x509.CertificateChain;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.node.ObjectNode;

/** The readers of what is signed, encrypted or hashed. */
final class SignedParsers {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final TestSigner SIGNER = TestCertificates.signer();
    static final URI LIST = URI.create("https://quebec.example/o/etat-civil/status/1");

    private static final Expectation EXPECTED = new Expectation("audience", "nonce", NOW, Duration.ofMinutes(5));

    private SignedParsers() {}

    static List<Parser> all() {
        return Stream.concat(texts().stream(), statements().stream()).toList();
    }

    private static List<Parser> texts() {
        return List.of(
                Parser.ofText("json", text -> Json.parse(text), "{\"a\":[1,-2.5e3,\"é\\u00e9\",null,{\"b\":true}]}"),
                new Parser("json-bytes", List.of(Json.bytes(Json.parse("[\"é\",{\"a\":1}]"))), 1, Json::parse),
                Parser.ofJson(
                        "json-canonical",
                        json -> Json.parse(Json.canonical(json)),
                        Json.parse("{\"b\":1,\"a\":[0.1,\"é\",9007199254740992]}")),
                Parser.ofText("base64url", text -> Base64Url.encode(Base64Url.decode(text)), "AQIDBA", "AQID", "AQI"),
                Parser.ofText("jws", SignedParsers::jws, jws()),
                Parser.ofText("jws-unreadable", SignedParsers::unreadable, twice() + "." + twice() + ".AAAA"),
                Parser.ofJson("jws-general", json -> GeneralJws.parse(json).toJson(), generalJws()),
                Parser.ofText(
                        "jwe", SignedParsers::jwe, CompactJwe.encrypt(SIGNER.publicKey(), "A128GCM", new byte[9])),
                Parser.ofJson(
                        "jwk",
                        json -> PublicJwk.parse(json).toJson(),
                        SIGNER.publicKey().toJson()),
                Parser.ofJson(
                        "jwks",
                        json -> Jwks.parse(json).toJson(),
                        Jwks.of(SIGNER.publicKey()).toJson()));
    }

    private static List<Parser> statements() {
        return List.of(
                Parser.ofText("sdjwt", SignedParsers::sdJwt, presentation()),
                Parser.ofText(
                        "sdjwt-disclosure",
                        text -> Disclosure.parse(text).text(),
                        Base64Url.encode("[\"salt\",\"name\",{\"a\":[1]}]"),
                        Base64Url.encode("[\"salt\",{\"a\":[1]}]")),
                Parser.ofObject("sdjwt-payload", SignedParsers::signedCredential, payload())
                        .withSignatures(),
                Parser.ofJson("statuslist", json -> StatusList.parse(json).toJson(), statusList()),
                Parser.ofText(
                        "statuslist-token", text -> StatusListToken.parse(text).toString(), statusToken()),
                Parser.ofObject("statuslist-claims", SignedParsers::signedStatusList, statusClaims())
                        .withSignatures(),
                Parser.ofJson("statuslist-reference", SignedParsers::statusReference, reference()),
                Parser.ofText("federation", SignedParsers::statement, statement()),
                Parser.ofObject(
                                "federation-claims",
                                SignedParsers::signedStatement,
                                statementClaims(),
                                FederationParsers.marked(statementClaims()),
                                FederationParsers.ruled(statementClaims()))
                        .withSignatures(),
                Parser.ofText(
                        "x509",
                        SignedParsers::certificate,
                        Certificates.toBase64(SIGNER.certificates().getFirst())),
                Parser.ofText("tlog-note", text -> SignedNote.parse(text).toString(), note()),
                Parser.ofText("tlog-checkpoint", text -> Checkpoint.parse(text).text(), checkpoint()));
    }

    private static Object jws(String text) {
        CompactJws jws = CompactJws.parse(text);
        jws.certificates();
        return jws.toString() + jws.keyId().map(id -> "").orElse("");
    }

    /** Who it claims to be from is written nowhere again. */
    private static Object unreadable(String text) {
        return UnreadableJws.of(text)
                .map(jws -> jws.claimedIssuer().isPresent() && jws.type().isPresent() ? "" : "")
                .orElse("");
    }

    /** It is made for what is not strict JSON: its sample is none. */
    private static String twice() {
        return Base64Url.encode("{\"iss\":\"https://gaspe.example\",\"iss\":1}");
    }

    private static Object jwe(String text) {
        CompactJwe.keyId(text);
        CompactJwe.decrypt(text, SIGNER.privateKey());
        return text;
    }

    private static Object sdJwt(String text) {
        SdJwt credential = SdJwt.parse(text);
        credential.holderKey();
        SdJwt.parse(credential.withOnly(List.of(ClaimPath.of("address", "x"))).toString());
        StatusReference.parse(credential.claims().path("status"));
        return credential.toString();
    }

    private static Object signedCredential(ObjectNode payload) {
        String text = CompactJws.sign(SIGNER, SdJwtIssuance.TYPE, payload) + "~";
        SdJwtVerification.verify(text, SIGNER.publicKey(), EXPECTED);
        return "";
    }

    private static Object signedStatusList(ObjectNode claims) {
        String token = CompactJws.sign(SIGNER, StatusListToken.TYPE, claims);
        StatusListToken.verify(token, SIGNER.publicKey().toKey(), LIST, NOW);
        return "";
    }

    private static Object statusReference(tools.jackson.databind.JsonNode json) {
        return StatusReference.parse(json).<Object>map(StatusReference::toJson).orElse("");
    }

    private static Object statement(String text) {
        EntityStatement statement = EntityStatement.parse(text);
        statement.metadata("federation_entity");
        return statement.toString();
    }

    private static Object signedStatement(ObjectNode claims) {
        EntityStatement statement = EntityStatement.parse(CompactJws.sign(SIGNER, EntityStatement.TYPE, claims));
        statement.verify(statement.keys(), NOW);
        return "";
    }

    private static Object certificate(String text) {
        var certificate = Certificates.parse(text);
        Certificates.sanUris(certificate);
        Certificates.sanDnsNames(certificate);
        Certificates.authorityKeyIdentifier(certificate);
        Certificates.keyIdentifier(certificate);
        CertificateChain.verify(List.of(certificate), Set.of(certificate), NOW);
        return Certificates.toBase64(certificate);
    }

    private static String jws() {
        return CompactJws.sign(
                SIGNER,
                "x",
                Json.object("{\"iss\":\"a\",\"list\":[1,{\"b\":2}]}"),
                org.entente.protocols.jose.JoseOption.KEY_ID,
                org.entente.protocols.jose.JoseOption.CERTIFICATES);
    }

    private static ObjectNode generalJws() {
        return GeneralJws.sign(new byte[] {1, 2, 3}, "x", List.of(SIGNER, TestSigner.create()));
    }

    private static ObjectNode payload() {
        ObjectNode payload = Json.newObject()
                .put("iss", "https://quebec.example/o/etat-civil")
                .put("vct", "urn:example:1")
                .put("iat", NOW.getEpochSecond())
                .put("exp", NOW.plusSeconds(60).getEpochSecond());
        payload.putObject("cnf").set("jwk", SIGNER.publicKey().toJson());
        payload.set("status", reference());
        return payload;
    }

    private static String presentation() {
        ObjectNode hidden =
                Json.object("{\"name\":\"Gaspé\",\"address\":{\"x\":1,\"y\":[1,2]},\"list\":[{\"a\":1},2]}");
        String issued = SdJwtIssuance.issue(SIGNER, payload(), hidden, 1, new SecureRandom());
        return SdJwt.parse(issued).present(SIGNER, "audience", "nonce", NOW);
    }

    private static ObjectNode statusList() {
        StatusList list = StatusList.create(2, 100);
        list.set(7, StatusList.INVALID);
        return list.toJson();
    }

    private static ObjectNode reference() {
        return new StatusReference(LIST, 7).toJson();
    }

    private static String statusToken() {
        return StatusListToken.sign(
                SIGNER, LIST, StatusList.create(1, 64), NOW, NOW.plusSeconds(60), Duration.ofSeconds(10));
    }

    private static ObjectNode statusClaims() {
        return CompactJws.parse(statusToken()).claims();
    }

    private static String statement() {
        URI entity = URI.create("https://quebec.example");
        ObjectNode metadata = Json.object("{\"federation_entity\":{\"organization_name\":\"x\",\"list\":[1]}}");
        return EntityStatement.sign(
                        new StatementContent(
                                entity,
                                entity,
                                NOW.minusSeconds(60),
                                NOW.plusSeconds(60),
                                Jwks.of(SIGNER.publicKey()),
                                List.of(URI.create("https://council.example")),
                                metadata),
                        SIGNER)
                .toString();
    }

    private static ObjectNode statementClaims() {
        return CompactJws.parse(statement()).claims();
    }

    private static String checkpoint() {
        return new Checkpoint("quebec.example/journal", 12_345, Hash.ofEmptyTree()).text();
    }

    private static String note() {
        return SignedNote.sign(checkpoint(), "quebec.example/journal", SIGNER).toString();
    }
}
