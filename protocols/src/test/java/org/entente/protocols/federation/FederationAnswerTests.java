package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protocols.federation.TestFederation.COUNCIL;
import static org.entente.protocols.federation.TestFederation.NODE;
import static org.entente.protocols.federation.TestFederation.NOW;
import static org.entente.protocols.federation.TestFederation.ORGANISATION;

import java.util.List;
import java.util.function.Consumer;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.federation.HistoricalKeys.FormerKey;
import org.entente.protocols.federation.HistoricalKeys.Reason;
import org.entente.protocols.federation.HistoricalKeys.Revocation;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** OpenID Federation 1.0 §8.3 and §8.7. */
class FederationAnswerTests {
    private final TestFederation federation = new TestFederation();
    private final TestSigner resolver = TestSigner.create();

    @Test
    @Requirement("OpenID Federation 1.0 §8.3.2 response")
    void a_resolve_response_survives_writing_and_reading() {
        ResolveResponse response = response();
        CompactJws signed = CompactJws.parse(response.sign(resolver));
        ResolveResponse read = ResolveResponse.parse(signed);

        assertThat(signed.type()).isEqualTo("resolve-response+jwt");
        assertThat(read.metadata()).isEqualTo(response.metadata());
        assertThat(read.chain()).hasToString(response.chain().toString());
        assertThat(read.expiresAt()).isEqualTo(response.expiresAt());
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.3.2 response")
    void refuses_a_resolve_response_that_is_none() {
        assertRefused("JWT", claims -> {});
        assertRefused(ResolveResponse.TYPE, claims -> claims.remove("metadata"));
        assertRefused(ResolveResponse.TYPE, claims -> claims.remove("trust_chain"));
        assertRefused(ResolveResponse.TYPE, claims -> claims.put("trust_chain", "x"));
        assertRefused(
                ResolveResponse.TYPE, claims -> claims.putArray("trust_chain").add("x"));
        assertRefused(
                ResolveResponse.TYPE, claims -> claims.putArray("trust_marks").add("x"));
        assertRefused(ResolveResponse.TYPE, claims -> claims.put("sub", COUNCIL.toString()));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.7 keys")
    void former_keys_survive_writing_and_reading() {
        HistoricalKeys keys = former();
        CompactJws signed = CompactJws.parse(keys.sign(resolver));

        assertThat(signed.type()).isEqualTo("jwk-set+jwt");
        assertThat(HistoricalKeys.parse(signed)).isEqualTo(keys);
    }

    @Test
    void a_former_key_counts_for_what_it_signed_in_its_time() {
        HistoricalKeys keys = former();
        String ended = keys.keys().getFirst().key().keyId();
        String stolen = keys.keys().getLast().key().keyId();

        assertThat(keys.find(ended, NOW.minusSeconds(50))).isPresent();
        assertThat(keys.find(ended, NOW.minusSeconds(101))).isEmpty();
        assertThat(keys.find(ended, NOW)).isEmpty();
        assertThat(keys.find(stolen, NOW.minusSeconds(60))).isPresent();
        assertThat(keys.find(stolen, NOW.minusSeconds(50))).isEmpty();
        assertThat(keys.find("other", NOW.minusSeconds(50))).isEmpty();
    }

    @Test
    void refuses_former_keys_that_are_none() {
        CompactJws signed = CompactJws.parse(former().sign(resolver));
        ObjectNode claims = signed.claims();

        assertThatThrownBy(() -> HistoricalKeys.parse(CompactJws.parse(CompactJws.sign(resolver, "JWT", claims))))
                .isInstanceOf(ProtocolError.class);
        ((ObjectNode) claims.path("keys").get(0)).remove("exp");
        assertThatThrownBy(() ->
                        HistoricalKeys.parse(CompactJws.parse(CompactJws.sign(resolver, HistoricalKeys.TYPE, claims))))
                .isInstanceOf(ProtocolError.class);
    }

    private HistoricalKeys former() {
        return new HistoricalKeys(
                NODE,
                NOW,
                List.of(
                        new FormerKey(TestSigner.create().publicKey(), NOW.minusSeconds(100), NOW, List.of()),
                        new FormerKey(
                                TestSigner.create().publicKey(),
                                NOW.minusSeconds(100),
                                NOW,
                                List.of(new Revocation(NOW.minusSeconds(50), Reason.COMPROMISED)))));
    }

    private ResolveResponse response() {
        ObjectNode metadata = Json.newObject();
        metadata.putObject("tide_gauge").put("unit", "m");
        return new ResolveResponse(
                NODE, ORGANISATION, NOW, NOW.plusSeconds(60), metadata, federation.chain(), List.of());
    }

    private void assertRefused(String type, Consumer<ObjectNode> change) {
        ObjectNode claims = CompactJws.parse(response().sign(resolver)).claims();
        change.accept(claims);
        assertThatThrownBy(() -> ResolveResponse.parse(CompactJws.parse(CompactJws.sign(resolver, type, claims))))
                .isInstanceOf(ProtocolError.class);
    }
}
