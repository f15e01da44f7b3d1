package org.entente.node.agreements.rollover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.agree;
import static org.entente.node.agreements.TestParties.conclude;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.perform;
import static org.entente.node.agreements.TestParties.sign;

import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.audit.Audit;
import org.entente.audit.BundleReader;
import org.entente.audit.Pins;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.conclude.MoveOutcome;
import org.entente.node.agreements.conclude.ReviseEntente;
import org.entente.node.agreements.held.Pace;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.entente.node.frontier.Frontier;
import org.entente.node.frontier.message.Message;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.node.keys.Keys;
import org.entente.node.trust.Trust;
import org.entente.node.trust.statement.PublishStatement;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.federation.HistoricalKeys;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.entente.protocols.tlog.SignedNote;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** A government gives up its key for another while the other party is away, and goes on with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RollOverBetweenNodesTests {
    private TestNode quebec = government("quebec", "CA-QC");
    private TestNode columbia = government("british-columbia", "CA-BC");
    private final Signer before = quebec.bean(Keys.class).federation();
    private final Signer theirsBefore = columbia.bean(Keys.class).federation();

    @BeforeAll
    void conclusion() {
        conclude(quebec, columbia);
    }

    @AfterAll
    void close() {
        columbia.close();
        quebec.close();
    }

    @Test
    @Order(10)
    void nothing_changes_until_another_officer_confirms() {
        assertThat(quebec.bean(RollOvers.class).lastBy()).isEmpty();
        RollKey rollKey = quebec.bean(RollKey.class);
        assertThat(rollKey.confirm(Rolling.ONE, Instant.now())).isEqualTo(RollOutcome.NOT_ASKED);
        assertThat(rollKey.ask(Rolling.ONE, Instant.now())).isEqualTo(RollOutcome.DONE);
        assertThat(rollKey.ask(Rolling.OTHER, Instant.now())).isEqualTo(RollOutcome.UNDER_WAY);
        assertThat(rollKey.confirm(Rolling.ONE, Instant.now())).isEqualTo(RollOutcome.SAME_OFFICER);
        quebec.bean(RollOn.class).goOn(Instant.now());
        assertThat(Rolling.ours(quebec)).isEqualTo(Jwks.of(before.publicKey()));
        assertThat(rollKey.takeBack()).isEqualTo(RollOutcome.DONE);
        assertThat(rollKey.confirm(Rolling.OTHER, Instant.now())).isEqualTo(RollOutcome.NOT_ASKED);
    }

    @Test
    @Order(20)
    void a_step_that_is_cut_off_leaves_nothing_behind_and_is_taken_again() {
        quebec.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            RollKey rollKey = quebec.bean(RollKey.class);
            rollKey.ask(Rolling.ONE, Instant.now());
            rollKey.confirm(Rolling.OTHER, Instant.now());
            quebec.bean(RollOn.class).goOn(Instant.now());
            quebec.bean(RollOn.class).goOn(Instant.now().plusSeconds(60));
            assertThat(quebec.bean(Keys.class).federation().keyId()).isNotEqualTo(before.keyId());
            transaction.setRollbackOnly();
        });
        assertThat(quebec.bean(Keys.class).federation().keyId()).isEqualTo(before.keyId());
        assertThat(Rolling.ours(quebec)).isEqualTo(Jwks.of(before.publicKey()));
        assertThat(held(quebec).chain().number()).isEqualTo(1);
    }

    @Test
    @Order(30)
    void the_depositary_rolls_over_while_the_other_is_away_and_several_processes_go_on_at_once() throws Exception {
        columbia.stop();
        Rolling.roll(quebec);
        try (TestNode twin = quebec.twin();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                RollOn rollOn = (i % 2 == 0 ? quebec : twin).bean(RollOn.class);
                runs.add(threads.submit(() -> rollOn.goOn(Instant.now())));
            }
            for (Future<?> run : runs) {
                run.get();
            }
            Rolling.awaitEnd(quebec);
            assertThat(twin.bean(Keys.class).federation().keyId())
                    .isEqualTo(quebec.bean(Keys.class).federation().keyId())
                    .isNotEqualTo(before.keyId());
        }
        assertThat(held(quebec).chain().number()).isEqualTo(3);
        assertThat(Rolling.waiting(quebec)).isPositive();
    }

    @Test
    @Order(40)
    void the_one_that_was_away_follows_and_what_waited_for_it_arrives() {
        columbia = columbia.again();
        await().atMost(PATIENCE).until(() -> hashes(quebec, columbia).size() == 1);
        await().atMost(PATIENCE).until(() -> Rolling.waiting(quebec) == 0);
        assertThat(columbia.bean(Trust.class).keysOf(quebec.origin(), Instant.now()))
                .contains(Rolling.ours(quebec));
        assertThat(Rolling.refusedByPeer(quebec)).isZero();
        assertThat(held(columbia).pace()).isEqualTo(Pace.IN_STEP);
    }

    @Test
    @Order(50)
    void what_it_publishes_is_under_the_new_key_and_the_one_before_is_history() throws Exception {
        Signer present = quebec.bean(Keys.class).federation();
        EntityStatement configuration =
                EntityStatement.parse(quebec.bean(PublishStatement.class).ofNode(Instant.now()));
        assertThat(configuration.keys()).isEqualTo(Jwks.of(present.publicKey()));
        assertThat(configuration.isSignedBy(Jwks.of(present.publicKey()))).isTrue();
        HistoricalKeys former = HistoricalKeys.parse(CompactJws.parse(get("/federation/historical-keys")));
        assertThat(former.keys()).extracting(key -> key.key()).containsExactly(before.publicKey());
        String log = quebec.origin().getRawAuthority() + "/journal";
        await().atMost(PATIENCE)
                .until(() -> SignedNote.parse(get("/journal/checkpoint")).isSignedBy(log, present.publicKey()));
        quebec.bean(RollOn.class).goOn(Instant.now());
        assertThat(Rolling.kept(quebec)).as("while it may be set back").isOne();
        quebec.bean(RollOn.class).goOn(Instant.now().plus(Duration.ofDays(8)));
        assertThat(Rolling.kept(quebec)).isZero();
    }

    @Test
    @Order(61)
    void the_key_before_signs_nothing_any_more() throws Exception {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        SignedAct act =
                TestEntentes.sign(before, "by-the-old-key", held(columbia).chain(), "CA-QC", now, suspension());
        assertThat(held(columbia).chain().objection(withdrawal(now), List.of(), now))
                .contains(Rejection.FORGED);
        ObjectNode body = Json.newObject();
        body.putArray("acts").add(act.jws());
        Message message = new Message(
                quebec.origin(), columbia.origin(), UUID.randomUUID(), now, now.plusSeconds(60), "entente-act", body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(columbia.address() + "/frontier/messages"))
                .header("Content-Type", Message.MEDIA_TYPE)
                .POST(BodyPublishers.ofString(message.sign(before)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    @Order(70)
    void a_suspension_and_a_later_version_are_signed_by_the_new_key() {
        String suspended = perform(quebec, suspension());
        await().atMost(PATIENCE)
                .until(() -> held(columbia).chain().suspensions().containsKey(suspended));
        perform(quebec, ActJson.lift(suspended));
        await().atMost(PATIENCE)
                .until(() -> held(columbia).chain().suspensions().isEmpty());
        amend("Version 2");
    }

    @Test
    @Order(80)
    void the_other_rolls_over_in_its_turn_and_both_amend_again() {
        Rolling.roll(columbia);
        Rolling.awaitEnd(columbia);
        await().atMost(PATIENCE).until(() -> hashes(quebec, columbia).size() == 1);
        assertThat(quebec.bean(Trust.class).keysOf(columbia.origin(), Instant.now()))
                .contains(Rolling.ours(columbia));
        assertThat(Rolling.ours(columbia).keys()).doesNotContain(theirsBefore.publicKey());
        amend("Version 3");
    }

    @Test
    @Order(60)
    void an_auditor_follows_from_the_keys_that_were_pinned_first(@TempDir Path folder) throws Exception {
        String published = get("/ententes/" + NAME);
        ObjectNode withoutRolls = Json.object(published);
        withoutRolls.remove("rolled");
        assertThat(faults(folder, Pins.parse(published.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(faults(folder, Pins.parse(Json.bytes(withoutRolls)))).isNotEmpty();
    }

    @Test
    @Order(90)
    void a_depositary_that_is_away_holds_a_replacement_up_for_a_week_and_follows_when_it_is_back() {
        await().atMost(PATIENCE).until(() -> Rolling.waiting(columbia) == 0 && Rolling.waiting(quebec) == 0);
        quebec.stop();
        Rolling.rollUnordered(columbia);
        quebec = quebec.again();
        Rolling.awaitFollowed(columbia, quebec);
        await().atMost(PATIENCE).until(() -> hashes(quebec, columbia).size() == 1);
    }

    private List<String> faults(Path folder, Pins pins) throws Exception {
        Path file = folder.resolve("quebec.ndjson");
        try (OutputStream out = Files.newOutputStream(file)) {
            quebec.bean(Frontier.class)
                    .writeBundle(
                            quebec.bean(PublishStatement.class).ofNode(Instant.now()),
                            Optional.empty(),
                            out,
                            Instant.now());
        }
        return Audit.of(List.of(BundleReader.read(file)), pins, MessageTypes.known()).findings().stream()
                .filter(finding -> finding.what().isFault())
                .map(Object::toString)
                .toList();
    }

    private void amend(String notice) {
        ObjectNode next = draft(quebec, columbia);
        next.putObject("notice").put("fr", notice).put("en", notice);
        int number = held(quebec).chain().number();
        assertThat(columbia.bean(ReviseEntente.class)
                        .propose(NAME, held(columbia).entente().hash(), next, "officer", Instant.now()))
                .isInstanceOf(MoveOutcome.Done.class);
        await().atMost(PATIENCE).until(() -> held(quebec).talks().isPresent());
        agree(quebec, NAME);
        sign(quebec, NAME);
        sign(columbia, NAME);
        await().atMost(PATIENCE)
                .until(() -> held(columbia).chain().number() == number + 1
                        && hashes(quebec, columbia).size() == 1);
    }

    private SignedAct withdrawal(Instant now) {
        return TestEntentes.sign(before, "leaves-by-old", held(columbia).chain(), "CA-QC", now, ActJson.withdraw());
    }

    private static ActJson.Written suspension() {
        return ActJson.suspend(
                new Target("CA-QC", Target.Direction.ACCEPTANCE, Set.of(), Set.of()), Act.Cause.MAINTENANCE);
    }

    private String get(String path) throws Exception {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(quebec.address() + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
