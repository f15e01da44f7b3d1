package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protocols.federation.TestFederation.NODE;
import static org.entente.protocols.federation.TestFederation.NOW;
import static org.entente.protocols.federation.TestFederation.ORGANISATION;
import static org.entente.protocols.federation.TestFederation.keys;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.federation.TrustMark.Verdict;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** OpenID Federation 1.0 §7 and §8.4. */
class TrustMarkTests {
    private static final String ENTENTE = "https://gaspe.example/ententes/tides";

    private final TestSigner issuer = TestSigner.create();

    @Test
    @Requirement("OpenID Federation 1.0 §7.1 claims")
    void survives_writing_and_reading() {
        TrustMark mark = mark(NOW, NOW.plusSeconds(60));
        CompactJws written = CompactJws.parse(mark.toString());

        assertThat(TrustMark.parse(mark.toString()).content()).isEqualTo(mark.content());
        assertThat(written.claims().propertyNames())
                .containsExactly("iss", "sub", "trust_mark_type", "iat", "exp", "ref");
        assertThat(written.type()).isEqualTo("trust-mark+jwt");
    }

    @Test
    @Requirement("OpenID Federation 1.0 §7.3 validation")
    void says_the_first_reason_not_to_believe_it() {
        TrustMark mark = mark(NOW, NOW.plusSeconds(60));

        assertThat(mark.verify(NODE, keys(issuer), NOW)).isEqualTo(Verdict.VALID);
        assertThat(mark.verify(ORGANISATION, keys(issuer), NOW)).isEqualTo(Verdict.SUBJECT);
        assertThat(mark.verify(NODE, keys(issuer), NOW.minusSeconds(61))).isEqualTo(Verdict.NOT_YET);
        assertThat(mark.verify(NODE, keys(issuer), NOW.plusSeconds(60))).isEqualTo(Verdict.EXPIRED);
        assertThat(mark.verify(NODE, keys(TestSigner.create()), NOW)).isEqualTo(Verdict.SIGNATURE);
        assertThat(mark.verify(NODE, keys(issuer.withKeyId("other")), NOW)).isEqualTo(Verdict.SIGNATURE);
        assertThat(mark(NOW, Instant.MAX).verify(NODE, keys(issuer), NOW.plusSeconds(999_999_999)))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void believes_none_that_rests_on_a_delegation() {
        TrustMark delegated = changed(claims -> claims.put("delegation", "a.b.c"));

        assertThat(delegated.verify(NODE, keys(issuer), NOW)).isEqualTo(Verdict.DELEGATED);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §7 typ")
    void refuses_another_type_and_a_mark_without_the_name_of_its_key() {
        ObjectNode claims =
                CompactJws.parse(mark(NOW, NOW.plusSeconds(60)).toString()).claims();

        for (String type : List.of("JWT", "entity-statement+jwt", "")) {
            assertRefused(CompactJws.sign(issuer, type, claims));
        }
        assertRefused(CompactJws.sign(issuer, Json.newObject().put("typ", TrustMark.TYPE), claims));
        assertRefused(CompactJws.sign(
                issuer, Json.newObject().put("typ", TrustMark.TYPE).put("kid", ""), claims));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §7.1 claims")
    void refuses_a_mark_that_lacks_a_claim_or_ends_before_it_begins() {
        for (String claim : List.of("iss", "sub", "trust_mark_type", "iat")) {
            assertThatThrownBy(() -> changed(claims -> claims.remove(claim))).isInstanceOf(ProtocolError.class);
        }
        assertThatThrownBy(() -> changed(claims -> claims.put("exp", NOW.getEpochSecond())))
                .isInstanceOf(ProtocolError.class);
        assertThatThrownBy(() -> changed(claims -> claims.put("exp", "soon"))).isInstanceOf(ProtocolError.class);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §3.1.2 trust_marks")
    void a_configuration_bears_marks_each_under_its_own_type() {
        Marks marks = new Marks(List.of(mark(NOW, NOW.plusSeconds(60))), Map.of(ENTENTE, Set.of(NODE)));
        StatementContent content = new StatementContent(
                NODE, NODE, NOW, NOW.plusSeconds(60), keys(issuer), List.of(), Json.newObject(), Rules.NONE, marks);

        assertThat(EntityStatement.sign(content, issuer).content()).isEqualTo(content);
        for (String wrong : List.of(
                "[{\"trust_mark_type\":\"x\",\"trust_mark\":\"" + marks.own().getFirst() + "\"}]",
                "[{\"trust_mark_type\":\"" + ENTENTE + "\"}]",
                "{}",
                "[1]")) {
            ObjectNode claims = content.toJson();
            claims.set("trust_marks", Json.parse(wrong));
            assertThatThrownBy(() -> EntityStatement.parse(CompactJws.sign(issuer, EntityStatement.TYPE, claims)))
                    .isInstanceOf(ProtocolError.class);
        }
        ObjectNode about = content.toJson().put("sub", ORGANISATION.toString());
        assertThatThrownBy(() -> EntityStatement.parse(CompactJws.sign(issuer, EntityStatement.TYPE, about)))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    @Requirement("OpenID Federation 1.0 §8.4 status")
    void a_status_survives_writing_and_reading() {
        for (TrustMarkStatus status : TrustMarkStatus.values()) {
            TrustMarkStatus.Answer answer =
                    new TrustMarkStatus.Answer(NODE, mark(NOW, NOW.plusSeconds(60)), status, NOW);
            CompactJws signed = CompactJws.parse(answer.sign(issuer));

            assertThat(TrustMarkStatus.Answer.parse(signed)).isEqualTo(answer);
            assertThat(signed.type()).isEqualTo("trust-mark-status-response+jwt");
            assertThat(signed.keyId()).isPresent();
        }
    }

    private TrustMark changed(Consumer<ObjectNode> change) {
        ObjectNode claims =
                CompactJws.parse(mark(NOW, NOW.plusSeconds(60)).toString()).claims();
        change.accept(claims);
        return TrustMark.parse(CompactJws.sign(issuer, TrustMark.TYPE, claims));
    }

    private TrustMark mark(Instant from, Instant until) {
        return TrustMark.sign(
                new TrustMark.Content(
                        URI.create("https://council.example"), NODE, ENTENTE, from, until, URI.create(ENTENTE)),
                issuer);
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> TrustMark.parse(text)).isInstanceOf(ProtocolError.class);
    }
}
