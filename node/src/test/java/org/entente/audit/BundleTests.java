package org.entente.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.audit.Finding.What;
import org.entente.node.agreements.TestParties;
import org.entente.node.frontier.Frontier;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.node.frontier.statement.TestStatements;
import org.entente.node.keys.Keys;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.tlog.Hash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bundle is, who gets one, and whose signatures in it count. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BundleTests {
    private static final String OUT = "message-out";

    private TestSides sides;
    private TestBundle ours;
    private TestBundle theirs;

    @BeforeAll
    void start() {
        sides = new TestSides();
        ours = sides.ours;
        theirs = sides.theirs;
    }

    @AfterAll
    void stop() {
        sides.close();
    }

    @Test
    void reads_no_bundle_that_was_cut_off_or_is_none() {
        TestBundle cut = ours.copy();
        cut.remove(cut.where(line -> line.has("position")).getLast());
        TestBundle without = new TestBundle(
                ours.text().lines().filter(line -> !line.contains("\"end\"")).collect(Collectors.joining("\n")));
        TestBundle miscounted = new TestBundle(ours.text().replaceFirst("\"leaves\":\\d+", "\"leaves\":3"));

        assertThat(sides.found(cut)).contains(What.LOG_DIFFERS);
        assertThatThrownBy(without::read).isInstanceOf(BundleUnreadable.class);
        assertThatThrownBy(miscounted::read).isInstanceOf(BundleUnreadable.class);
        assertThatThrownBy(() -> new TestBundle("{}").read()).isInstanceOf(BundleUnreadable.class);
    }

    @Test
    void a_bundle_since_a_day_goes_on_from_a_signed_state() throws IOException {
        Instant later = Instant.now().plus(Duration.ofDays(2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sides.quebec
                .bean(Frontier.class)
                .writeBundle(
                        ours.head().path("entity_configuration").stringValue(),
                        Optional.of(LocalDate.ofInstant(later, ZoneOffset.UTC)),
                        out,
                        later);
        TestBundle since = new TestBundle(out.toString(StandardCharsets.UTF_8));
        TestBundle altered = since.copy();
        ArrayNode subtrees = (ArrayNode) altered.head().path("base").path("subtrees");
        subtrees.set(0, Hash.ofEmptyTree().base64());

        assertThat(since.head().path("base").path("subtrees")).isNotEmpty();
        assertThat(sides.found(since)).isEmpty();
        assertThat(sides.found(altered)).contains(What.BASE_DIFFERS);
    }

    @Test
    void a_bundle_that_begins_in_the_midst_is_checked_leaf_by_leaf_from_there() {
        Signer signer = sides.quebec.bean(Keys.class).federation();
        TestBundle since = ours.copy();
        since.beginAt(3, signer);
        TestBundle altered = since.copy();
        altered.remove(altered.where(line -> line.has("position")).getLast());
        TestBundle rebased = since.copy();
        ((ArrayNode) rebased.head().path("base").path("subtrees"))
                .set(0, Hash.ofEmptyTree().base64());

        assertThat(sides.found(since)).isEmpty();
        assertThat(sides.found(altered)).contains(What.LOG_DIFFERS);
        assertThat(sides.found(rebased)).contains(What.BASE_DIFFERS, What.LOG_DIFFERS);
    }

    @Test
    void says_that_states_lie_before_where_a_bundle_begins() {
        TestBundle since = ours.copy();
        since.beginAt(
                since.where(line -> line.has("position")).size(),
                sides.quebec.bean(Keys.class).federation());

        assertThat(sides.found(since, theirs)).contains(What.STATES_BEFORE).doesNotContain(What.REWRITTEN);
    }

    @Test
    void a_message_for_which_nobody_signed_in_a_week_is_a_fault_and_a_fresh_one_is_none() {
        TestBundle fresh = ours.copy();
        fresh.where(line -> line.has("receipt")).reversed().forEach(fresh::remove);
        TestBundle old = fresh.copy();
        old.madeAt(Instant.now().plus(Duration.ofDays(8)));

        assertThat(sides.found(fresh)).contains(What.NOT_DELIVERED).doesNotContain(What.NEVER_DELIVERED);
        assertThat(sides.found(old)).contains(What.NEVER_DELIVERED).doesNotContain(What.NOT_DELIVERED);
        assertThat(What.NEVER_DELIVERED.isFault()).isTrue();
    }

    @Test
    void a_message_of_which_the_log_says_what_became_of_it_is_no_fault() {
        TestBundle unsigned = ours.copy();
        ObjectNode message = unsigned.line(unsigned.first(OUT));
        String hash = message.path("record").path("sha256").stringValue();
        unsigned.where(line -> line.has("receipt")
                        && PeerReceipt.parse(line.path("receipt").stringValue())
                                .sha256()
                                .equals(hash))
                .reversed()
                .forEach(place -> unsigned.remove(place));
        unsigned.madeAt(Instant.now().plus(Duration.ofDays(8)));
        TestBundle recorded = unsigned.copy();
        ObjectNode ended = message.deepCopy().put("type", "message-undelivered");
        ((ObjectNode) ended.path("record")).put("reason", "signed_again");
        int last = recorded.where(line -> line.has("position")).getLast() + 1;
        recorded.insert(last, ended);
        recorded.commit(last);
        recorded.sign(sides.quebec.bean(Keys.class).federation());

        assertThat(sides.found(unsigned)).contains(What.NEVER_DELIVERED);
        assertThat(sides.found(recorded)).contains(What.UNDELIVERED).noneMatch(What::isFault);
    }

    @Test
    void holds_nothing_against_a_side_that_may_lie_before_its_bundle() {
        TestBundle since = theirs.copy();
        since.beginAt(
                since.where(line -> line.has("position")).size() - 1,
                sides.columbia.bean(Keys.class).federation());
        since.madeAt(Instant.now().plus(Duration.ofMinutes(5)));

        assertThat(sides.found(ours, since)).contains(What.BEGINS_AFTER).noneMatch(What::isFault);
    }

    @Test
    void is_given_only_to_who_may_audit() {
        assertThat(sides.status(sides.quebec, "/api/audit/bundle")).isEqualTo(401);
        assertThat(sides.status(sides.quebec, "/api/audit/bundle?since=yesterday", TestSides.bearer(sides.quebec)))
                .isEqualTo(400);
    }

    @Test
    void finds_a_statement_that_is_another_than_was_journalled_or_miscounts() {
        TestBundle stated = withStatement();
        int place = stated.first("statement-signed");
        TestBundle replaced = stated.copy();
        replaced.line(place)
                .put("statement", theirs.head().path("entity_configuration").stringValue());
        TestBundle miscounted = stated.copy();
        miscounted.remove(miscounted.first(OUT));
        miscounted.sign(sides.columbia.bean(Keys.class).federation());

        assertThat(sides.found(stated)).isEmpty();
        assertThat(sides.found(replaced)).containsExactlyInAnyOrder(What.STATEMENT_FORGED, What.STATEMENT_MISSING);
        assertThat(sides.found(miscounted)).contains(What.STATEMENT_MISCOUNTS, What.REWRITTEN);
    }

    @Test
    void says_whose_keys_it_believed_when_none_were_pinned() throws BundleUnreadable {
        Report report = Audit.of(List.of(ours.read()), Pins.none(), MessageTypes.known());

        assertThat(report.findings()).extracting(Finding::what).containsExactly(What.KEYS_FROM_BUNDLE);
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void says_what_was_read_in_both_languages() throws BundleUnreadable {
        Report report = Audit.of(List.of(ours.read(), theirs.read()), sides.pins, MessageTypes.known());

        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(new Wording(language).of(report))
                    .contains(
                            sides.quebec.origin().toString(),
                            sides.columbia.origin().toString(),
                            "✓")
                    .doesNotContain("{", "✗");
        }
        assertThat(report.toJson().path("clean").booleanValue()).isTrue();
    }

    @Test
    void says_each_finding_in_both_languages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            for (What what : What.values()) {
                Finding finding =
                        new Finding(what, "sides.quebec.example", List.of("7", "2026-11-22T12:00:00Z", "expired"));
                assertThat(new Wording(language).of(new Report(List.of(), List.of(finding))))
                        .contains("sides.quebec.example")
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void finds_a_bundle_whose_keys_no_party_pinned() {
        TestBundle altered = ours.copy();
        altered.head()
                .put(
                        "entity_configuration",
                        theirs.head().path("entity_configuration").stringValue());

        assertThat(sides.found(altered)).contains(What.KEYS_NOT_PINNED);
    }

    @Test
    void finds_a_log_and_receipts_that_somebody_else_signed() {
        TestBundle log = ours.copy();
        log.sign(sides.columbia.bean(Keys.class).federation());
        TestBundle receipts = ours.copy();
        receipts.insert(receipts.where(line -> line.has("receipt")).getFirst(), theirReceipt());

        assertThat(sides.found(log)).containsExactly(What.CHECKPOINT_NOT_SIGNED);
        assertThat(sides.found(receipts)).contains(What.RECEIPT_FORGED);
    }

    /** British Columbia's bundle as it is tomorrow, when today is stated. */
    private TestBundle withStatement() {
        // Long enough after today's end that its statement is due, at whatever hour this runs.
        Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(36));
        return await().atMost(TestParties.PATIENCE)
                .until(
                        () -> {
                            TestStatements.sign(sides.columbia, tomorrow);
                            TestBundle bundle = sides.bundle(sides.columbia);
                            bundle.madeAt(tomorrow);
                            return bundle;
                        },
                        bundle -> !bundle.where(line -> line.has("statement")).isEmpty());
    }

    private ObjectNode theirReceipt() {
        return theirs.line(theirs.where(line -> line.has("receipt")).getFirst()).deepCopy();
    }
}
