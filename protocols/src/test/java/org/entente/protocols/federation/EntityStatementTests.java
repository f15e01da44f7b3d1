package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protocols.federation.TestFederation.COUNCIL;
import static org.entente.protocols.federation.TestFederation.NODE;
import static org.entente.protocols.federation.TestFederation.NOW;
import static org.entente.protocols.federation.TestFederation.keys;

import java.util.List;
import java.util.function.Consumer;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.federation.StatementVerdict.Invalid;
import org.entente.protocols.federation.StatementVerdict.Step;
import org.entente.protocols.federation.StatementVerdict.Valid;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** OpenID Federation 1.0 §3. */
class EntityStatementTests {
    private final TestSigner signer = TestSigner.create();

    @Test
    void a_configuration_survives_writing_and_reading() {
        ObjectNode metadata = Json.newObject();
        metadata.putObject("federation_entity").put("organization_name", "Gaspé");
        StatementContent content =
                new StatementContent(NODE, NODE, NOW, NOW.plusSeconds(60), keys(signer), List.of(COUNCIL), metadata);

        EntityStatement read =
                EntityStatement.parse(EntityStatement.sign(content, signer).toString());

        assertThat(read.content()).isEqualTo(content);
        assertThat(read.isConfiguration()).isTrue();
        assertThat(read.metadata("federation_entity")).isPresent();
        assertThat(read.metadata("openid_provider")).isEmpty();
        assertThat(read.verify(read.keys(), NOW)).isEqualTo(new Valid());
    }

    @Test
    void a_key_of_another_name_verifies_nothing() {
        EntityStatement statement = TestFederation.configuration(NODE, signer);

        assertThat(statement.verify(keys(signer.withKeyId("other")), NOW)).isEqualTo(new Invalid(Step.SIGNATURE));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3 typ")
    void refuses_another_type() {
        ObjectNode claims = TestFederation.configuration(NODE, signer).content().toJson();

        assertThatThrownBy(() -> EntityStatement.parse(CompactJws.sign(signer, "JWT", claims)))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3 kid")
    void refuses_a_statement_without_the_name_of_its_key() {
        ObjectNode header = Json.newObject().put("typ", EntityStatement.TYPE);
        ObjectNode claims = TestFederation.configuration(NODE, signer).content().toJson();

        assertThatThrownBy(() -> EntityStatement.parse(CompactJws.sign(signer, header, claims)))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3.1.1 jwks")
    void refuses_missing_and_malformed_claims() {
        for (String claim : List.of("iss", "sub", "iat", "exp", "jwks")) {
            assertRefused(claims -> claims.remove(claim));
            assertRefused(claims -> claims.putNull(claim));
            assertRefused(claims -> claims.put(claim, true));
        }
        assertRefused(claims -> claims.put("iss", "no address"));
        assertRefused(claims -> claims.put("sub", "/relative"));
        assertRefused(claims -> claims.put("exp", 1.5));
        assertRefused(claims -> claims.put("exp", -1));
        assertRefused(claims -> claims.put("exp", NOW.getEpochSecond() - 3600));
        assertRefused(claims -> claims.putObject("jwks").putArray("keys"));
        assertRefused(claims -> claims.putArray("crit"));
        assertRefused(claims -> claims.put("crit", "x"));
        assertRefused(claims -> claims.put("metadata", "x"));
        assertRefused(claims -> claims.putArray("authority_hints").add(1));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3.1.1 exp")
    void a_statement_is_of_its_time() {
        EntityStatement statement = TestFederation.configuration(NODE, signer);

        assertThat(statement.verify(keys(signer), NOW.minusSeconds(121))).isEqualTo(new Invalid(Step.NOT_YET));
        assertThat(statement.verify(keys(signer), NOW.plusSeconds(3600))).isEqualTo(new Invalid(Step.EXPIRED));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3.1.2 authority_hints")
    void refuses_claims_in_the_wrong_kind_of_statement() {
        assertRefused(claims -> claims.putObject("metadata_policy"));
        assertRefused(claims -> claims.putObject("constraints"));
        assertRefused(claims -> claims.putArray("authority_hints"));
        assertRefused(claims -> {
            claims.put("iss", COUNCIL.toString());
            claims.putArray("authority_hints").add(COUNCIL.toString());
        });
    }

    private void assertRefused(Consumer<ObjectNode> change) {
        ObjectNode claims = TestFederation.configuration(NODE, signer).content().toJson();
        change.accept(claims);
        assertThatThrownBy(() -> EntityStatement.parse(CompactJws.sign(signer, EntityStatement.TYPE, claims)))
                .isInstanceOf(ProtocolError.class);
    }
}
