package org.entente.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.audit.UnsoundPins.Why;
import org.entente.node.verification.TestKey;
import org.entente.protocols.Base64Url;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which keys of a published entente an auditor holds for genuine, and what proves nothing. */
class PinsTests {
    private static final URI QUEBEC = URI.create("https://quebec.example");
    private static final URI COLUMBIA = URI.create("https://british-columbia.example");

    private static final String ENTENTE = QUEBEC + "/ententes/identity";

    private final TestKey quebec = TestKey.create();
    private final TestKey columbia = TestKey.create();
    private final TestKey gone = TestKey.create();
    private final TestKey liar = TestKey.create();
    private final ObjectNode before = document(gone, columbia);
    private final ObjectNode now = document(quebec, columbia)
            .put("version", 2)
            .put("supersedes", Base64Url.encode(Sha256.of(Json.canonical(before))));

    @Test
    void what_was_signed_before_a_key_was_rotated_away_is_believed_by_the_version_that_named_it() throws Exception {
        Pins pins = Pins.parse(published(List.of(quebec, columbia), before));

        assertThat(pins.signed()).isTrue();
        assertThat(pins.of(QUEBEC).orElseThrow()).containsExactlyInAnyOrder(quebec.publicKey(), gone.publicKey());
        assertThat(pins.of(COLUMBIA).orElseThrow()).containsExactly(columbia.publicKey());
    }

    @Test
    void an_earlier_text_that_no_later_one_supersedes_proves_nothing() {
        unsound(published(List.of(quebec, columbia), before, document(quebec, liar)), Why.ORPHAN);
        unsound(published(List.of(quebec, columbia), document(quebec, liar)), Why.ORPHAN);
    }

    @Test
    void an_entente_that_a_party_did_not_sign_proves_nothing() {
        unsound(published(List.of(quebec), before), Why.PARTY_MISSING, COLUMBIA.toString());
        unsound(published(List.of(quebec, liar), before), Why.PARTY_MISSING, COLUMBIA.toString());
        unsound(published(List.of(quebec, quebec), before), Why.PARTY_MISSING, COLUMBIA.toString());
    }

    @Test
    void one_byte_of_the_signed_text_changed_proves_nothing() {
        ObjectNode published = Json.object(published(List.of(quebec, columbia), before));
        ObjectNode changed = now.deepCopy().put("version", 3);
        published.put("payload", Base64Url.encode(Json.canonical(changed)));

        unsound(Json.bytes(published), Why.PARTY_MISSING, QUEBEC.toString());
    }

    @Test
    void a_signature_over_something_else_than_an_entente_is_none() {
        unsound(Json.bytes(signed("receipt+jwt", List.of(quebec, columbia))), Why.OTHER_TYPE);
    }

    @Test
    void a_second_party_under_the_name_of_the_first_signs_for_itself() {
        ObjectNode third = now.deepCopy();
        party((ArrayNode) third.path("parties"), "CA-QC", URI.create("https://other.example"), liar);
        ObjectNode jws = GeneralJws.sign(Json.canonical(third), "entente+jws", List.of(quebec, columbia));
        jws.putArray("earlier").add(Base64Url.encode(Json.canonical(before)));

        unsound(Json.bytes(jws), Why.PARTY_MISSING, "https://other.example");
    }

    @Test
    void other_keys_are_a_partys_own_if_a_key_that_it_had_announces_them() throws Exception {
        TestKey fresh = TestKey.create();
        ObjectNode published = Json.object(published(List.of(fresh, columbia), before));
        ArrayNode rolled = published.putArray("rolled");
        rolled.add(rollOver(liar, "CA-BC", liar, ENTENTE));
        unsound(Json.bytes(published), Why.PARTY_MISSING, QUEBEC.toString());
        rolled.add(rollOver(quebec, "CA-QC", fresh, "https://quebec.example/ententes/another"));
        unsound(Json.bytes(published), Why.PARTY_MISSING, QUEBEC.toString());
        rolled.add(rollOver(quebec, "CA-QC", fresh, ENTENTE));

        Map<URI, ?> keys = Pins.parse(Json.bytes(published)).keys();

        assertThat(keys.get(QUEBEC))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains(fresh.publicKey());
        assertThat(keys.get(COLUMBIA)).isEqualTo(List.of(columbia.publicKey()));
    }

    @Test
    void a_document_alone_is_taken_and_is_signed_by_nobody() throws Exception {
        assertThat(Pins.parse(Json.bytes(now)).signed()).isFalse();
        ObjectNode withMore = now.deepCopy();
        withMore.putArray("earlier").add(Base64Url.encode(Json.canonical(before)));
        unsound(Json.bytes(withMore), Why.UNSIGNED);
        assertThat(Pins.none().and(Pins.parse(Json.bytes(now))).signed()).isFalse();
    }

    @Test
    void a_false_and_a_genuine_text_of_one_version_prove_nothing_together() throws Exception {
        Pins genuine = Pins.parse(published(List.of(quebec, columbia), before));
        TestKey another = TestKey.create();
        ObjectNode invented = document(another, liar).put("version", 2);
        Pins falsified = Pins.parse(Json.bytes(signed("entente+jws", invented, List.of(another, liar))));

        assertThat(genuine.and(genuine).keys()).isEqualTo(genuine.keys());
        assertContradict(genuine, falsified, Why.TWO_TEXTS, ENTENTE, "2");
        assertContradict(falsified, genuine, Why.TWO_TEXTS, ENTENTE, "2");
        assertThat(genuine.and(Pins.parse(Json.bytes(before))).keys())
                .as("an earlier version is none that contradicts")
                .isEqualTo(genuine.keys());
    }

    @Test
    void a_text_that_says_the_same_version_again_proves_nothing() {
        ObjectNode again = document(gone, columbia).put("version", 2);
        ObjectNode later = document(quebec, columbia)
                .put("version", 2)
                .put("supersedes", Base64Url.encode(Sha256.of(Json.canonical(again))));
        ObjectNode published = signed("entente+jws", later, List.of(quebec, columbia));
        published.putArray("earlier").add(Base64Url.encode(Json.canonical(again)));

        unsound(Json.bytes(published), Why.TWO_TEXTS, ENTENTE, "2");
    }

    @Test
    void a_key_that_stands_under_two_governments_proves_nothing() throws Exception {
        unsound(Json.bytes(document(quebec, quebec)), Why.SHARED_KEY, COLUMBIA.toString(), QUEBEC.toString());
        Pins one = Pins.parse(Json.bytes(document(quebec, columbia).put("id", QUEBEC + "/ententes/one")));
        Pins other = Pins.parse(Json.bytes(document(liar, quebec).put("id", QUEBEC + "/ententes/other")));

        assertContradict(one, other, Why.SHARED_KEY, COLUMBIA.toString(), QUEBEC.toString());
        assertContradict(
                one,
                Pins.of(Map.of(COLUMBIA, List.of(quebec.publicKey()))),
                Why.SHARED_KEY,
                COLUMBIA.toString(),
                QUEBEC.toString());
    }

    @Test
    void what_is_no_entente_proves_nothing() {
        unsound("[]".getBytes(StandardCharsets.UTF_8), Why.MALFORMED);
        unsound("{}".getBytes(StandardCharsets.UTF_8), Why.MALFORMED);
        ObjectNode unnumbered = document(quebec, columbia);
        unnumbered.remove("version");
        unsound(Json.bytes(unnumbered), Why.MALFORMED);
    }

    private static void assertContradict(Pins one, Pins other, Why why, String... named) {
        assertThatExceptionOfType(UnsoundPins.class)
                .isThrownBy(() -> one.and(other))
                .satisfies(unsound -> assertUnsound(unsound, why, named));
    }

    private static void unsound(byte[] published, Why why, String... named) {
        assertThatExceptionOfType(UnsoundPins.class)
                .isThrownBy(() -> Pins.parse(published))
                .satisfies(unsound -> assertUnsound(unsound, why, named));
    }

    private static void assertUnsound(UnsoundPins unsound, Why why, String... named) {
        assertThat(unsound.why()).isEqualTo(why);
        assertThat(unsound.arguments()).containsExactly(named);
    }

    private byte[] published(List<TestKey> signers, ObjectNode... earlier) {
        ObjectNode json = signed("entente+jws", signers);
        ArrayNode texts = json.putArray("earlier");
        List.of(earlier).forEach(text -> texts.add(Base64Url.encode(Json.canonical(text))));
        return Json.bytes(json);
    }

    private ObjectNode signed(String type, List<TestKey> signers) {
        return signed(type, now, signers);
    }

    private static ObjectNode signed(String type, ObjectNode text, List<TestKey> signers) {
        return GeneralJws.sign(Json.canonical(text), type, new ArrayList<Signer>(signers));
    }

    private static String rollOver(Signer by, String party, TestKey to, String entente) {
        ObjectNode claims =
                Json.newObject().put("act", "roll-over").put("party", party).put("entente", entente);
        claims.set("keys", Jwks.of(to.publicKey()).toJson());
        return CompactJws.sign(by, "entente-act+jwt", claims);
    }

    private static ObjectNode document(TestKey first, TestKey second) {
        ObjectNode document = Json.newObject().put("id", ENTENTE).put("version", 1);
        ArrayNode parties = document.putArray("parties");
        party(parties, "CA-QC", QUEBEC, first);
        party(parties, "CA-BC", COLUMBIA, second);
        return document;
    }

    private static void party(ArrayNode parties, String name, URI entity, TestKey key) {
        parties.addObject()
                .put("key", name)
                .put("entity", entity.toString())
                .set("keys", Jwks.of(key.publicKey()).toJson());
    }
}
