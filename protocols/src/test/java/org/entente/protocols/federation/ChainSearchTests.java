package org.entente.protocols.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.entente.protocols.federation.TestFederation.NOW;
import static org.entente.protocols.federation.TestFederation.keys;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.federation.ChainVerdict.Broken;
import org.entente.protocols.federation.ChainVerdict.Step;
import org.entente.protocols.federation.SearchOutcome.Found;
import org.entente.protocols.federation.SearchOutcome.NotFound;
import org.entente.protocols.federation.SearchOutcome.Reason;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.TestSigner;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;

/** OpenID Federation 1.0 §10.1. */
class ChainSearchTests {
    private static final URI ANCHOR = URI.create("https://anchor.example");
    private static final URI LEAF = URI.create("https://leaf.example");

    private final Graph graph = new Graph();

    @Test
    void finds_the_way_from_a_leaf_to_the_anchor() {
        graph.joins(LEAF, entity("province"));
        graph.joins(entity("province"), ANCHOR);
        graph.joins(ANCHOR);

        assertThat(search()).isInstanceOfSatisfying(Found.class, found -> {
            assertThat(found.chain().stream().map(EntityStatement::issuer))
                    .containsExactly(LEAF, entity("province"), ANCHOR, ANCHOR);
            assertThat(found.verdict().entity().subject()).isEqualTo(LEAF);
        });
    }

    @Test
    void finds_an_anchor_itself() {
        graph.joins(ANCHOR);

        assertThat(ChainSearch.to(ANCHOR, graph.keysOf(ANCHOR), ANCHOR, graph, NOW))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.chain()).hasSize(1));
    }

    @Test
    void takes_the_shortest_of_several_ways() {
        graph.joins(LEAF, entity("detour"), entity("province"));
        graph.joins(entity("detour"), entity("province"));
        graph.joins(entity("province"), ANCHOR);
        graph.joins(ANCHOR);

        assertThat(search())
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.chain()).hasSize(4));
    }

    @Test
    void goes_another_way_where_the_shortest_does_not_hold() {
        graph.joins(LEAF, entity("expired"), entity("province"));
        graph.joins(entity("expired"), ANCHOR);
        graph.joins(entity("province"), entity("country"));
        graph.joins(entity("country"), ANCHOR);
        graph.joins(ANCHOR);
        graph.says(entity("expired"), LEAF, NOW.minusSeconds(9), NOW.minusSeconds(1));

        assertThat(search())
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.chain()).hasSize(5));
    }

    @Test
    @Requirement("OpenID Federation 1.0 §10.1 loops")
    void refuses_a_loop_and_asks_for_nothing_twice() {
        graph.joins(LEAF, entity("a"));
        graph.joins(entity("a"), entity("b"));
        graph.joins(entity("b"), entity("a"), LEAF);

        assertRefused(Reason.LOOP);
        assertThat(graph.asked.values()).containsOnly(1);
    }

    @Test
    void refuses_a_chain_that_is_too_long() {
        joinInARow(TrustChain.MAX_LENGTH);

        assertRefused(Reason.TOO_LONG);
    }

    @Test
    void reads_a_chain_of_the_greatest_length() {
        joinInARow(TrustChain.MAX_LENGTH - 2);

        assertThat(search())
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.chain()).hasSize(TrustChain.MAX_LENGTH));
    }

    @Test
    void asks_for_no_more_than_it_may_however_wide_the_federation_is() {
        graph.joins(LEAF, entities("a", 16));
        for (URI superior : entities("a", 16)) {
            graph.joins(superior, entities("b", 16));
        }
        for (URI superior : entities("b", 16)) {
            graph.joins(superior, entities("c", 16));
        }

        assertRefused(Reason.TOO_MANY);
        assertThat(graph.asked.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(ChainSearch.MAX_ASKED);
    }

    @Test
    void refuses_more_hints_than_an_entity_may_have() {
        assertThat(catchThrowable(() -> graph.joins(LEAF, entities("a", 17)))).isInstanceOf(ProtocolError.class);
        graph.malformed(LEAF);

        assertRefused(Reason.MALFORMED);
    }

    @Test
    void refuses_an_anchor_that_shows_another_key_than_the_one_that_is_known() {
        graph.joins(LEAF, ANCHOR);
        graph.joins(ANCHOR);

        SearchOutcome outcome = ChainSearch.to(ANCHOR, keys(TestSigner.create()), LEAF, graph, NOW);

        assertThat(outcome).isEqualTo(new NotFound(Reason.BROKEN, List.of(new Broken(Step.SIGNATURE, 2))));
    }

    @Test
    void refuses_statements_of_another_time() {
        graph.joins(LEAF, ANCHOR);
        graph.joins(ANCHOR);
        graph.says(ANCHOR, LEAF, NOW.minusSeconds(9), NOW);
        assertThat(search()).isEqualTo(new NotFound(Reason.BROKEN, List.of(new Broken(Step.EXPIRED, 1))));

        graph.says(ANCHOR, LEAF, NOW.plusSeconds(61), NOW.plusSeconds(90));
        assertThat(search()).isEqualTo(new NotFound(Reason.BROKEN, List.of(new Broken(Step.NOT_YET, 1))));
    }

    @Test
    void refuses_whom_nobody_vouches_for_or_who_publishes_nothing() {
        assertRefused(Reason.UNKNOWN_SUBJECT);

        graph.joins(LEAF);
        assertRefused(Reason.NO_PATH);

        graph.joins(LEAF, ANCHOR);
        assertRefused(Reason.MISSING);

        graph.joins(ANCHOR);
        graph.statements.remove(ANCHOR + " " + LEAF);
        assertRefused(Reason.MISSING);
    }

    @Test
    void refuses_what_is_about_somebody_else() {
        graph.joins(entity("other"));
        graph.statements.put(LEAF + " " + LEAF, graph.statements.get(entity("other") + " " + entity("other")));

        assertRefused(Reason.MALFORMED);
    }

    private void joinInARow(int intermediates) {
        URI below = LEAF;
        for (URI superior : entities("i", intermediates - 1)) {
            graph.joins(below, superior);
            below = superior;
        }
        graph.joins(below, ANCHOR);
        graph.joins(ANCHOR);
    }

    private void assertRefused(Reason reason) {
        assertThat(search())
                .isInstanceOfSatisfying(
                        NotFound.class, not -> assertThat(not.reason()).isEqualTo(reason));
    }

    private SearchOutcome search() {
        graph.asked.clear();
        return ChainSearch.to(ANCHOR, graph.keysOf(ANCHOR), LEAF, graph, NOW);
    }

    private static URI[] entities(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> entity(name + i)).toArray(URI[]::new);
    }

    private static URI entity(String name) {
        return URI.create("https://" + name + ".example");
    }

    /** Entities and whom they name as their superiors, who in turn vouch for them. */
    private static final class Graph implements StatementSource {
        private final Map<URI, TestSigner> signers = new HashMap<>();
        private final Map<String, EntityStatement> statements = new HashMap<>();
        private final Map<String, Integer> asked = new HashMap<>();
        private final Set<URI> malformed = new HashSet<>();

        void joins(URI entity, URI... superiors) {
            StatementContent content = new StatementContent(
                    entity, entity, NOW, NOW.plusSeconds(60), keysOf(entity), List.of(superiors), Json.newObject());
            statements.put(entity + " " + entity, EntityStatement.sign(content, signer(entity)));
            for (URI superior : superiors) {
                says(superior, entity, NOW, NOW.plusSeconds(60));
            }
        }

        void says(URI superior, URI subject, Instant from, Instant until) {
            statements.put(
                    superior + " " + subject,
                    TestFederation.statement(superior, subject, signer(subject), signer(superior), from, until));
        }

        void malformed(URI entity) {
            malformed.add(entity);
        }

        Jwks keysOf(URI entity) {
            return keys(signer(entity));
        }

        private TestSigner signer(URI entity) {
            return signers.computeIfAbsent(entity, any -> TestSigner.create());
        }

        @Override
        public Lookup configuration(URI entity) {
            return malformed.contains(entity) ? new Malformed() : lookup(entity + " " + entity);
        }

        @Override
        public Lookup about(EntityStatement superior, URI subject) {
            return lookup(superior.subject() + " " + subject);
        }

        private Lookup lookup(String key) {
            asked.merge(key, 1, Integer::sum);
            EntityStatement statement = statements.get(key);
            return statement == null ? new Missing() : new Known(statement);
        }
    }
}
