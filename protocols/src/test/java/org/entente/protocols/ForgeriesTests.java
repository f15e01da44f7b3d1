package org.entente.protocols;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementContent;
import org.entente.protocols.federation.StatementVerdict;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.TestForgeries;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oauth.DpopVerdict;
import org.entente.protocols.oid4vci.HolderProof;
import org.entente.protocols.sdjwt.Expectation;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import org.entente.protocols.sdjwt.SdJwtVerdict;
import org.entente.protocols.sdjwt.SdJwtVerification;
import org.entente.protocols.statuslist.StatusList;
import org.entente.protocols.statuslist.StatusListToken;
import org.entente.protocols.statuslist.StatusListVerdict;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Nobody who lacks the private key is believed: not without signature, not by a MAC, not by a key that they bring. */
class ForgeriesTests {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final URI ISSUER = URI.create("https://quebec.example/o/etat-civil");
    private static final TestSigner SIGNER = TestSigner.create();
    private static final TestSigner HOLDER = TestSigner.create();

    @Test
    @Requirement("RFC 9901 §4.1 none")
    @Requirement("RFC 9901 §7.1 signature")
    @Requirement("RFC 9901 §9.1 unsigned")
    @Requirement("HAIP 1.0 §7 es256")
    @Requirement("Security §1 forgery")
    void of_a_credential() {
        String credential = credential();
        String rest = credential.substring(credential.indexOf('~'));

        assertNoneIsBelieved(
                credential.substring(0, credential.indexOf('~')),
                SIGNER,
                jwt -> SdJwtVerification.verifyIssued(
                                SdJwt.parse(jwt + rest), SIGNER.publicKey().toKey(), NOW)
                        instanceof SdJwtVerdict.Valid);
    }

    @Test
    @Requirement("RFC 9901 §4.3 alg")
    @Requirement("RFC 9901 §7.3 kb-signature")
    @Requirement("HAIP 1.0 §7 es256")
    @Requirement("Security §1 forgery")
    void of_a_key_binding() {
        String presentation = SdJwt.parse(credential()).present(HOLDER, "verifier", "n-1", NOW);
        int end = presentation.lastIndexOf('~') + 1;
        Expectation expected = new Expectation("verifier", "n-1", NOW, Duration.ofMinutes(5));

        assertNoneIsBelieved(
                presentation.substring(end),
                HOLDER,
                jwt -> SdJwtVerification.verify(presentation.substring(0, end) + jwt, SIGNER.publicKey(), expected)
                        instanceof SdJwtVerdict.Valid);
    }

    @Test
    @Requirement("Token Status List §5.1 no-mac")
    @Requirement("Token Status List §5.1 signature")
    @Requirement("HAIP 1.0 §7 es256")
    @Requirement("Security §1 forgery")
    void of_a_status_list() {
        URI list = URI.create(ISSUER + "/status/1");
        String token = StatusListToken.sign(
                SIGNER, list, StatusList.create(1, 64), NOW, NOW.plusSeconds(60), Duration.ofSeconds(10));

        assertNoneIsBelieved(
                token,
                SIGNER,
                jwt -> StatusListToken.verify(jwt, SIGNER.publicKey().toKey(), list, NOW)
                        instanceof StatusListVerdict.Valid);
    }

    @Test
    @Requirement("Security §1 forgery")
    void of_an_entity_statement() {
        Jwks keys = Jwks.of(SIGNER.publicKey());
        StatementContent content = new StatementContent(
                ISSUER, ISSUER, NOW.minusSeconds(1), NOW.plusSeconds(60), keys, List.of(), Json.newObject());

        assertNoneIsBelieved(
                CompactJws.sign(SIGNER, EntityStatement.TYPE, claims(content)),
                SIGNER,
                jwt -> EntityStatement.parse(jwt).verify(keys, NOW) instanceof StatementVerdict.Valid);
    }

    @Test
    void of_a_signature_among_several() {
        ObjectNode signed = GeneralJws.sign(new byte[] {1, 2, 3}, "x", List.of(SIGNER));
        ObjectNode part = (ObjectNode) signed.path("signatures").get(0);
        String compact = part.path("protected").stringValue() + "."
                + signed.path("payload").stringValue() + "."
                + part.path("signature").stringValue();

        assertNoneIsBelieved(compact, SIGNER, jwt -> {
            String[] parts = jwt.split("\\.", -1);
            part.put("protected", parts[0]).put("signature", parts[2]);
            return GeneralJws.parse(signed).isSignedBy(SIGNER.publicKey());
        });
    }

    /** A proof brings its key: who has none has proved nothing. */
    @Test
    @Requirement("RFC 9449 §4.2 alg")
    @Requirement("RFC 9449 §4.3 alg-checked")
    @Requirement("RFC 9449 §11.6 asymmetric")
    @Requirement("HAIP 1.0 §7 es256")
    @Requirement("Security §1 forgery")
    void of_a_dpop_proof() {
        URI target = URI.create("https://quebec.example/oauth/token");
        String proof = DpopProof.create(HOLDER, "POST", target.toString(), "", "jti-1", NOW);
        String thumbprint = HOLDER.publicKey().thumbprint();

        assertThat(CompactJws.parse(proof).header().path("alg").stringValue()).isEqualTo("ES256");
        assertNoneIsBelieved(
                proof,
                HOLDER,
                jwt -> DpopProof.parse(jwt).verify(new DpopExpectation("POST", target, ""), NOW, Duration.ofMinutes(1))
                                instanceof DpopVerdict.Valid(var key, var jti, var at)
                        && key.equals(thumbprint));
    }

    @Test
    @Requirement("OID4VCI 1.0 §F.1 alg")
    @Requirement("OID4VCI 1.0 §F.1 signature")
    @Requirement("HAIP 1.0 §7 es256")
    @Requirement("Security §1 forgery")
    void of_a_holders_proof() {
        assertNoneIsBelieved(
                HolderProof.create(HOLDER, ISSUER, "n-1", NOW),
                HOLDER,
                jwt -> HolderProof.verify(jwt, ISSUER, NOW) instanceof HolderProof.Verdict.Valid(var key, var nonce)
                        && key.equals(HOLDER.publicKey()));
    }

    private static void assertNoneIsBelieved(String jws, TestSigner signer, Predicate<String> believed) {
        assertThat(believed.test(jws)).as("the genuine text").isTrue();
        assertThat(Json.object(Base64Url.decode(jws.substring(0, jws.indexOf('.'))))
                        .path("alg")
                        .stringValue())
                .isEqualTo("ES256");
        Stream.of(
                        TestForgeries.unsigned(jws),
                        TestForgeries.macUnder(signer.publicKey(), jws),
                        TestForgeries.byAStranger(jws))
                .flatMap(List::stream)
                .forEach(forgery ->
                        assertThat(isBelieved(believed, forgery)).as(forgery).isFalse());
    }

    private static boolean isBelieved(Predicate<String> believed, String text) {
        try {
            return believed.test(text);
        } catch (ProtocolError e) {
            return false;
        }
    }

    private static ObjectNode claims(StatementContent content) {
        return CompactJws.parse(EntityStatement.sign(content, SIGNER).toString())
                .claims();
    }

    private static String credential() {
        ObjectNode plain = Json.newObject()
                .put("iss", ISSUER.toString())
                .put("vct", "urn:example:1")
                .put("exp", NOW.plusSeconds(60).getEpochSecond());
        plain.putObject("cnf").set("jwk", HOLDER.publicKey().toJson());
        return SdJwtIssuance.issue(SIGNER, plain, Json.newObject().put("name", "Gaspé"), 1, new SecureRandom());
    }
}
