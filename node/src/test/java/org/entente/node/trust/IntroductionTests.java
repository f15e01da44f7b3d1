package org.entente.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.node.TestNode;
import org.entente.node.frontier.PeerKeys;
import org.entente.node.frontier.TestPublisher;
import org.entente.node.keys.Keys;
import org.entente.node.keys.WrappedKey;
import org.entente.node.trust.IntroductionOutcome.Introduced;
import org.entente.node.trust.IntroductionOutcome.NotIntroduced;
import org.entente.node.trust.IntroductionOutcome.Reason;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.StatementContent;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntroductionTests {
    private TestNode gaspe;
    private TestNode tadoussac;
    private Trust trust;

    @BeforeAll
    void start() {
        gaspe = TestNode.government("gaspe");
        tadoussac = TestNode.government("tadoussac");
        trust = tadoussac.bean(Trust.class);
    }

    @AfterAll
    void stop() {
        gaspe.close();
        tadoussac.close();
    }

    @Test
    void knows_a_node_and_its_keys_once_it_was_introduced() {
        IntroductionOutcome outcome = trust.introduce(gaspe.origin(), Instant.now());

        assertThat(outcome).isInstanceOfSatisfying(Introduced.class, introduced -> {
            assertThat(introduced.introduction().entity()).isEqualTo(gaspe.origin());
            assertThat(introduced.introduction().name().fr()).isEqualTo("gaspe");
            assertThat(introduced.introduction().credentialAuthorities()).hasSize(1);
        });
        assertThat(tadoussac.bean(PeerKeys.class).keysOf(gaspe.origin()))
                .containsExactly(gaspe.bean(Keys.class).federation().publicKey());
        assertThat(trust.peer(gaspe.origin(), Instant.now())).isPresent();
        assertThat(trust.peers()).contains(gaspe.origin());
    }

    @Test
    void a_pinned_key_wins_over_everything_else() {
        try (TestNode perce = TestNode.government("perce")) {
            trust.introduce(perce.origin(), Instant.now());
            WrappedKey other = tadoussac.bean(Keys.class).newKey();

            pin(perce.origin(), Jwks.of(other.publicKey()));

            assertThat(tadoussac.bean(PeerKeys.class).keysOf(perce.origin())).containsExactly(other.publicKey());
            assertThat(trust.introduce(perce.origin(), Instant.now())).isEqualTo(new NotIntroduced(Reason.NOT_PINNED));
        }
    }

    @Test
    void a_pin_gives_way_to_nothing_but_what_a_pinned_key_signed() throws Exception {
        Keys keys = gaspe.bean(Keys.class);
        WrappedKey old = keys.newKey();
        WrappedKey next = keys.newKey();
        try (TestPublisher publisher = new TestPublisher()) {
            URI entity = publisher.origin();
            assertThat(pin(entity, Jwks.of(old.publicKey()))).isEqualTo(new PinOutcome.Pinned());
            assertThat(pin(entity, Jwks.of(next.publicKey()))).isEqualTo(new PinOutcome.Contradicts());
            assertThat(pin(entity, Jwks.of(old.publicKey(), next.publicKey()))).isEqualTo(new PinOutcome.Contradicts());

            publish(publisher, next, Jwks.of(old.publicKey(), next.publicKey()));
            assertThat(trust.introduce(entity, Instant.now())).isEqualTo(new NotIntroduced(Reason.NOT_PINNED));
            assertThat(pin(entity, Jwks.of(next.publicKey()))).isEqualTo(new PinOutcome.Contradicts());
            assertThat(trust.keysOf(entity, Instant.now())).contains(Jwks.of(old.publicKey()));

            publish(publisher, old, Jwks.of(old.publicKey(), next.publicKey()));
            assertThat(trust.introduce(entity, Instant.now())).isInstanceOf(Introduced.class);
            assertThat(pin(entity, Jwks.of(keys.newKey().publicKey()))).isEqualTo(new PinOutcome.Contradicts());
            assertThat(pin(entity, Jwks.of(next.publicKey()))).isEqualTo(new PinOutcome.Pinned());
            assertThat(trust.keysOf(entity, Instant.now())).contains(Jwks.of(next.publicKey()));
            assertThat(pin(entity, Jwks.of(old.publicKey()))).isEqualTo(new PinOutcome.Contradicts());
        }
    }

    @Test
    void what_a_node_stated_earlier_does_not_undo_what_it_stated_since() {
        Keys keys = gaspe.bean(Keys.class);
        WrappedKey first = keys.newKey();
        WrappedKey second = keys.newKey();
        URI entity = URI.create("https://bonaventure.example");
        Jwks both = Jwks.of(first.publicKey(), second.publicKey());
        Jwks one = Jwks.of(first.publicKey());
        pin(entity, one);

        Instant before = Instant.now();
        assertThat(rollOver(entity, first, both, before.plusSeconds(2))).isEqualTo(new PinOutcome.Pinned());
        assertThat(trust.keysOf(entity, Instant.now())).contains(both);
        rollOver(entity, first, one, before);
        assertThat(trust.keysOf(entity, Instant.now())).as("given late").contains(both);
        rollOver(entity, first, one, before.plusSeconds(4));
        assertThat(trust.keysOf(entity, Instant.now())).contains(one);
    }

    @Test
    void knows_no_stranger_and_pins_nothing_outside_a_transaction() {
        URI stranger = URI.create("https://perce.example");

        assertThat(tadoussac.bean(PeerKeys.class).keysOf(stranger)).isEmpty();
        assertThat(trust.peer(stranger, Instant.now())).isEmpty();
        Jwks keys = Jwks.of(gaspe.bean(Keys.class).federation().publicKey());
        assertThatThrownBy(() -> trust.pin(stranger, keys, Instant.now()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void refuses_an_address_that_is_no_nodes() {
        for (String address : List.of(
                "http://perce.example", "https://perce.example/path", "https://user@perce.example", "ftp://perce")) {
            assertNotIntroduced(URI.create(address), Reason.NO_NODE_ADDRESS);
        }
        assertNotIntroduced(tadoussac.origin(), Reason.NO_NODE_ADDRESS);
    }

    @Test
    void goes_to_no_address_inside_a_network() {
        for (String host : List.of("127.0.0.1", "10.0.0.1", "169.254.169.254", "[::1]", "192.168.0.1")) {
            assertNotIntroduced(URI.create("https://" + host), Reason.UNREACHABLE);
        }
    }

    @Test
    void refuses_what_is_published_elsewhere_or_is_no_configuration() throws Exception {
        String ofGaspe =
                TestFetch.get(gaspe.origin(), EntityStatement.WELL_KNOWN_PATH).body();

        assertPublishedIsRefused(ofGaspe, Reason.MALFORMED);
        assertPublishedIsRefused("no statement", Reason.MALFORMED);
        assertPublishedIsRefused("", Reason.MALFORMED);
    }

    @Test
    void refuses_a_configuration_that_ended_or_that_another_key_signed() throws Exception {
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        Keys keys = gaspe.bean(Keys.class);
        WrappedKey own = keys.newKey();
        WrappedKey foreign = keys.newKey();

        assertRefused(
                entity -> configuration(entity, own, now.minusSeconds(60), now.minusSeconds(1)),
                own,
                Reason.NOT_GENUINE);
        assertRefused(
                entity -> configuration(entity, own, now.plusSeconds(600), now.plusSeconds(900)),
                own,
                Reason.NOT_GENUINE);
        assertRefused(entity -> configuration(entity, own, now, now.plusSeconds(600)), foreign, Reason.NOT_GENUINE);
    }

    @Test
    void follows_no_redirect_and_reads_no_endless_answer() throws Exception {
        String elsewhere = gaspe.origin() + EntityStatement.WELL_KNOWN_PATH;
        try (TestPublisher publisher = new TestPublisher().answer(302, "").with("Location", elsewhere)) {
            assertNotIntroduced(publisher.origin(), Reason.UNREACHABLE);
        }
        assertPublishedIsRefused("x".repeat(1024 * 1024 + 1), Reason.UNREACHABLE);
    }

    private void publish(TestPublisher publisher, WrappedKey signer, Jwks listed) {
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        StatementContent content = configuration(publisher.origin(), signer, now, now.plusSeconds(600));
        StatementContent published = new StatementContent(
                content.issuer(),
                content.subject(),
                content.issuedAt(),
                content.expiresAt(),
                listed,
                content.authorityHints(),
                content.metadata());
        publisher.answer(
                200,
                EntityStatement.sign(published, gaspe.bean(Keys.class).signer(signer))
                        .toString());
    }

    private interface Content {
        StatementContent of(URI entity);
    }

    private void assertRefused(Content content, WrappedKey signer, Reason reason) throws Exception {
        try (TestPublisher publisher = new TestPublisher()) {
            StatementContent published = content.of(publisher.origin());
            publisher.answer(
                    200,
                    EntityStatement.sign(published, gaspe.bean(Keys.class).signer(signer))
                            .toString());
            assertNotIntroduced(publisher.origin(), reason);
        }
    }

    private StatementContent configuration(URI entity, WrappedKey key, Instant from, Instant until) {
        EntityStatement model = trust.introduce(gaspe.origin(), Instant.now()) instanceof Introduced introduced
                ? introduced.introduction().configuration()
                : fail("not introduced");
        ObjectNode metadata = Json.newObject();
        metadata.set("entente_node", model.metadata("entente_node").orElseThrow());
        return new StatementContent(entity, entity, from, until, Jwks.of(key.publicKey()), List.of(), metadata);
    }

    private void assertPublishedIsRefused(String body, Reason reason) throws Exception {
        try (TestPublisher publisher = new TestPublisher().answer(200, body)) {
            assertNotIntroduced(publisher.origin(), reason);
        }
    }

    private int journalledRefusals() {
        return tadoussac
                .bean(JdbcClient.class)
                .sql("select count(*) from journal.leaves where type = 'introduction-refused'")
                .query(Integer.class)
                .single();
    }

    private void assertNotIntroduced(URI entity, Reason reason) {
        List<URI> before = trust.peers();
        int refusals = journalledRefusals();
        assertThat(trust.introduce(entity, Instant.now())).isEqualTo(new NotIntroduced(reason));
        assertThat(trust.peers()).isEqualTo(before);
        assertThat(journalledRefusals()).isEqualTo(refusals + 1);
    }

    private @Nullable PinOutcome rollOver(URI entity, WrappedKey signer, Jwks keys, Instant stated) {
        ObjectNode claims = Json.newObject();
        claims.set("keys", keys.toJson());
        CompactJws statement =
                CompactJws.parse(CompactJws.sign(gaspe.bean(Keys.class).signer(signer), "entente-act+jwt", claims));
        return tadoussac
                .bean(TransactionOperations.class)
                .execute(transaction -> trust.rollOver(entity, statement, stated, Instant.now()));
    }

    private @Nullable PinOutcome pin(URI entity, Jwks keys) {
        return tadoussac
                .bean(TransactionOperations.class)
                .execute(transaction -> trust.pin(entity, keys, Instant.now()));
    }
}
