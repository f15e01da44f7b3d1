package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.entente.checks.bench.BenchKey;
import org.entente.node.verification.TestIssuer;
import org.entente.node.verification.TestKey;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.entente.protocols.sdjwt.SdJwt;
import tools.jackson.databind.node.ObjectNode;

/** What a verifier refuses, and how whoever is outside brings it about; named by the step that fails. */
enum Refusal {
    DECRYPTION,
    ANSWER,
    FORMAT,
    CERTIFICATE,
    SIGNATURE,
    HOLDER_KEY,
    HOLDER_SIGNATURE,
    NONCE,
    AUDIENCE,
    PRESENTATION_HASH,
    PRESENTATION_TIME,
    DISCLOSED_CLAIMS,
    STATUS,
    ISSUER,
    CREDENTIAL_TYPE,
    CLAIMS,
    /** The holder says no. */
    DECLINED,
    /** An answer comes again after it was taken. */
    TAKEN_BEFORE,
    /** The last: until the mirror comes round, no list is known. */
    STATUS_LIST;

    private static final int TRIES = 10;

    /** The name of the step; "" where none fails. */
    String step() {
        return switch (this) {
            case DECLINED, TAKEN_BEFORE -> "";
            default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /**
     * Brings it about with a genuine copy, or one that was revoked for {@link #STATUS}, and goes on only if it is refused for
     * this reason.
     */
    void play(Verifier verifier, PairedNode verifiersNode, Holder.Copy copy) {
        switch (this) {
            case CREDENTIAL_TYPE ->
                refusedAtOnce(verifier, verifier.wanted().put("credential_type", "urn:entente:ca:unheard-of:1"));
            case CLAIMS -> {
                ObjectNode more = verifier.wanted();
                more.withArray("claims").add(ClaimPath.of("place_of_birth").toJson());
                refusedAtOnce(verifier, more);
            }
            case STATUS_LIST -> refusedWithoutList(verifier, verifiersNode, copy);
            case DECRYPTION -> {
                Verifier.Question question = verifier.ask();
                verifier.take(question, Verifier.show(verifier.ask(), copy)).expect(400);
            }
            case DECLINED -> {
                Verifier.Question question = verifier.ask();
                var no = new WalletAnswer.Declined(
                        WalletAnswer.Declined.ACCESS_DENIED, question.request().state());
                verifier.take(question, Verifier.encrypted(question, no));
                assertThat(verifier.state(question)).isNotEqualTo("accepted");
            }
            case TAKEN_BEFORE -> {
                Verifier.Question question = verifier.ask();
                String form = Verifier.show(question, copy);
                verifier.take(question, form).expect(200);
                assertThat(verifier.take(question, form).text()).contains(DirectPost.ALREADY_ANSWERED);
            }
            default -> refused(verifier, copy);
        }
    }

    /** The mirror may come round between the two and read the list again: then the next copy is not late. */
    private void refusedWithoutList(Verifier verifier, PairedNode verifiersNode, Holder.Copy copy) {
        Answer taken;
        int tries = 0;
        do {
            Verifier.Question question = verifier.ask();
            String form = form(question, copy);
            forgetWhenListsWereFetched(verifiersNode);
            taken = verifier.take(question, form);
            tries++;
        } while (taken.status() == 200 && tries < TRIES);
        assertThat(taken.expect(400).text()).contains("step " + step() + ":");
    }

    private void refusedAtOnce(Verifier verifier, ObjectNode wanted) {
        assertThat(verifier.start(wanted).expect(403).json().path("step").asString(""))
                .isEqualTo(step());
    }

    private void refused(Verifier verifier, Holder.Copy copy) {
        Verifier.Question question = verifier.ask();
        assertThat(verifier.take(question, form(question, copy)).expect(400).text())
                .as(name())
                .contains("step " + step() + ":");
    }

    private String form(Verifier.Question question, Holder.Copy copy) {
        SdJwt chosen = copy.credential().withOnly(Verifier.CLAIMS);
        Proof proof = new Proof(question.request());
        return switch (this) {
            case ANSWER -> Verifier.show(question, proof.of(chosen, copy), proof.of(chosen, copy));
            case FORMAT -> Verifier.show(question, "no credential");
            case ISSUER ->
                Verifier.show(question, proof.bySomeoneElse(URI.create("https://elsewhere.example/o/registry")));
            case CERTIFICATE ->
                Verifier.show(
                        question,
                        proof.bySomeoneElse(URI.create(
                                chosen.issuerJwt().claims().path("iss").asString(""))));
            case SIGNATURE -> Verifier.show(question, proof.of(altered(chosen), copy));
            case HOLDER_KEY -> Verifier.show(question, chosen.toString());
            case HOLDER_SIGNATURE -> Verifier.show(question, chosen + proof.signed(chosen, copy, BenchKey.make()));
            case NONCE -> Verifier.show(question, proof.withNonce("another").of(chosen, copy));
            case AUDIENCE ->
                Verifier.show(question, proof.withAudience("x509_hash:another").of(chosen, copy));
            case PRESENTATION_HASH ->
                Verifier.show(question, chosen + proof.signed(copy.credential(), copy, copy.key()));
            case PRESENTATION_TIME ->
                Verifier.show(question, proof.before(Duration.ofDays(365)).of(chosen, copy));
            case DISCLOSED_CLAIMS ->
                Verifier.show(question, proof.of(copy.credential().withOnly(List.of(ClaimPath.of("name"))), copy));
            case DECRYPTION, STATUS_LIST, STATUS, CREDENTIAL_TYPE, CLAIMS, DECLINED, TAKEN_BEFORE ->
                Verifier.show(question, proof.of(chosen, copy));
        };
    }

    /** The same credential under a signature that is none. */
    private static SdJwt altered(SdJwt genuine) {
        String[] parts = genuine.toString().split("~", 2);
        int last = parts[0].lastIndexOf('.') + 1;
        char first = parts[0].charAt(last);
        return SdJwt.parse(parts[0].substring(0, last) + (first == 'A' ? 'B' : 'A') + parts[0].substring(last + 1) + "~"
                + parts[1]);
    }

    /** Until the mirror comes round again, the node knows of no list when it was read. */
    private static void forgetWhenListsWereFetched(PairedNode node) {
        try (Connection connection = node.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update frontier.mirror set fetched_at = fetched_at - interval '1 day'"
                    + " where address like '%/o/%/status/%'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** A holder's proof of possession, for a request or for something else. */
    private record Proof(String audience, String nonce, Instant at) {
        Proof(RequestObject request) {
            this(request.clientId(), request.nonce(), Instant.now());
        }

        Proof withNonce(String other) {
            return new Proof(audience, other, at);
        }

        Proof withAudience(String other) {
            return new Proof(other, nonce, at);
        }

        Proof before(Duration earlier) {
            return new Proof(audience, nonce, at.minus(earlier));
        }

        String of(SdJwt chosen, Holder.Copy copy) {
            return chosen.present(copy.key(), audience, nonce, at);
        }

        /** The proof alone, over what somebody else chose or by a key that is not the holder's. */
        String signed(SdJwt over, Holder.Copy copy, BenchKey by) {
            ObjectNode claims =
                    SdJwt.parse(of(over, copy)).keyBinding().orElseThrow().claims();
            return CompactJws.sign(by, Json.newObject().put("typ", SdJwt.KEY_BINDING_TYPE), claims);
        }

        /** A credential that says that it is an issuer's and comes from an authority that nobody pinned. */
        String bySomeoneElse(URI issuer) {
            TestKey holder = TestKey.create();
            return SdJwt.parse(TestIssuer.at(issuer, at).credential(holder, 1, at))
                    .withOnly(Verifier.CLAIMS)
                    .present(holder, audience, nonce, at);
        }
    }
}
