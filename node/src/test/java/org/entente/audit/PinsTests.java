package org.entente.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.node.verification.TestKey;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
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

    private final TestKey quebec = TestKey.create();
    private final TestKey columbia = TestKey.create();
    private final TestKey gone = TestKey.create();
    private final TestKey liar = TestKey.create();
    private final ObjectNode before = document(gone, columbia);
    private final ObjectNode now =
            document(quebec, columbia).put("supersedes", Base64Url.encode(Sha256.of(Json.canonical(before))));

    @Test
    void what_was_signed_before_a_key_was_rotated_away_is_believed_by_the_version_that_named_it() {
        Pins pins = Pins.parse(published(List.of(quebec, columbia), before));

        assertThat(pins.signed()).isTrue();
        assertThat(pins.of(QUEBEC).orElseThrow()).containsExactlyInAnyOrder(quebec.publicKey(), gone.publicKey());
        assertThat(pins.of(COLUMBIA).orElseThrow()).containsExactly(columbia.publicKey());
    }

    @Test
    void an_earlier_text_that_no_later_one_supersedes_proves_nothing() {
        unsound(published(List.of(quebec, columbia), before, document(quebec, liar)), "no later one supersedes");
        unsound(published(List.of(quebec, columbia), document(quebec, liar)), "no later one supersedes");
    }

    @Test
    void an_entente_that_a_party_did_not_sign_proves_nothing() {
        unsound(published(List.of(quebec), before), "did not sign the entente: " + COLUMBIA);
        unsound(published(List.of(quebec, liar), before), "did not sign the entente: " + COLUMBIA);
        unsound(published(List.of(quebec, quebec), before), "did not sign the entente: " + COLUMBIA);
    }

    @Test
    void one_byte_of_the_signed_text_changed_proves_nothing() {
        ObjectNode published = Json.object(published(List.of(quebec, columbia), before));
        ObjectNode changed = now.deepCopy().put("version", 3);
        published.put("payload", Base64Url.encode(Json.canonical(changed)));

        unsound(Json.bytes(published), "did not sign");
    }

    @Test
    void a_signature_over_something_else_than_an_entente_is_none() {
        unsound(Json.bytes(signed("receipt+jwt", List.of(quebec, columbia))), "have the type");
    }

    @Test
    void a_second_party_under_the_name_of_the_first_signs_for_itself() {
        ObjectNode third = now.deepCopy();
        party((ArrayNode) third.path("parties"), "CA-QC", URI.create("https://other.example"), liar);
        ObjectNode jws = GeneralJws.sign(Json.canonical(third), "entente+jws", List.of(quebec, columbia));
        jws.putArray("earlier").add(Base64Url.encode(Json.canonical(before)));

        unsound(Json.bytes(jws), "did not sign the entente: https://other.example");
    }

    @Test
    void other_keys_are_a_partys_own_if_a_key_that_it_had_announces_them() {
        TestKey fresh = TestKey.create();
        ObjectNode published = Json.object(published(List.of(fresh, columbia), before));
        ArrayNode rolled = published.putArray("rolled");
        rolled.add(rollOver(liar, "CA-BC", liar));
        unsound(Json.bytes(published), "did not sign the entente: " + QUEBEC);
        rolled.add(rollOver(quebec, "CA-QC", fresh));

        Map<URI, ?> keys = Pins.parse(Json.bytes(published)).keys();

        assertThat(keys.get(QUEBEC))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains(fresh.publicKey());
        assertThat(keys.get(COLUMBIA)).isEqualTo(List.of(columbia.publicKey()));
    }

    @Test
    void a_document_alone_is_taken_and_is_signed_by_nobody() {
        assertThat(Pins.parse(Json.bytes(now)).signed()).isFalse();
        ObjectNode withMore = now.deepCopy();
        withMore.putArray("earlier").add(Base64Url.encode(Json.canonical(before)));
        unsound(Json.bytes(withMore), "nobody signed the document");
        assertThat(Pins.none().and(Pins.parse(Json.bytes(now))).signed()).isFalse();
    }

    private static void unsound(byte[] published, String why) {
        assertThatThrownBy(() -> Pins.parse(published))
                .isInstanceOf(ProtocolError.class)
                .hasMessageContaining(why);
    }

    private byte[] published(List<TestKey> signers, ObjectNode... earlier) {
        ObjectNode json = signed("entente+jws", signers);
        ArrayNode texts = json.putArray("earlier");
        List.of(earlier).forEach(text -> texts.add(Base64Url.encode(Json.canonical(text))));
        return Json.bytes(json);
    }

    private ObjectNode signed(String type, List<TestKey> signers) {
        return GeneralJws.sign(Json.canonical(now), type, new ArrayList<Signer>(signers));
    }

    private static String rollOver(Signer by, String party, TestKey to) {
        ObjectNode claims = Json.newObject().put("act", "roll-over").put("party", party);
        claims.set("keys", Jwks.of(to.publicKey()).toJson());
        return CompactJws.sign(by, "entente-act+jwt", claims);
    }

    private static ObjectNode document(TestKey first, TestKey second) {
        ObjectNode document = Json.newObject();
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
