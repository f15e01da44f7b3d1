package org.entente.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.entente.audit.Finding.What;
import org.entente.node.frontier.message.MessageTypes;
import org.entente.node.keys.Keys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** Two governments that concluded an entente are audited; then their bundles are altered, one way after the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTests {
    private static final String OUT = "message-out";
    private static final String IN = "message-in";
    private static final Instant LATER = Instant.now().plus(Duration.ofMinutes(5));

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
    void finds_nothing_where_nothing_is_wrong() throws BundleUnreadable {
        Report report = Audit.of(List.of(ours.read(), theirs.read()), sides.pins, MessageTypes.known());

        assertThat(report.findings()).isEmpty();
        assertThat(report.read()).allSatisfy(read -> {
            assertThat(read.crossings()).isPositive();
            assertThat(read.receipts()).isPositive();
        });
    }

    @Test
    void finds_an_entry_that_was_removed() {
        TestBundle altered = ours.copy();
        altered.remove(altered.first(OUT));

        assertThat(sides.found(altered)).contains(What.LOG_DIFFERS);
    }

    @Test
    void finds_that_only_the_record_of_an_entry_was_removed() {
        TestBundle altered = ours.copy();
        altered.line(altered.first(OUT)).remove(List.of("record", "salt"));

        assertThat(sides.found(altered)).containsExactly(What.RECORD_MISSING);
    }

    @Test
    void finds_an_altered_record_and_an_altered_leaf() {
        TestBundle record = ours.copy();
        ((ObjectNode) record.line(record.first(OUT)).path("record")).put("bytes", 1);
        TestBundle both = record.copy();
        both.commit(both.first(OUT));

        assertThat(sides.found(record)).contains(What.RECORD_ALTERED);
        assertThat(sides.found(both)).containsExactly(What.LOG_DIFFERS);
    }

    @Test
    void finds_entries_that_changed_places() {
        TestBundle altered = ours.copy();
        altered.swap(1, 2);
        TestBundle renumbered = altered.copy();
        renumbered.line(1).put("position", 0);
        renumbered.line(2).put("position", 1);

        assertThat(sides.found(altered)).contains(What.LOG_DIFFERS);
        assertThat(sides.found(renumbered)).contains(What.LOG_DIFFERS);
    }

    @Test
    void finds_an_entry_that_was_added_back_dated_by_the_node_itself() {
        TestBundle altered = ours.copy();
        int last = altered.where(line -> line.has("position")).getLast();
        ObjectNode added = altered.line(altered.first(OUT)).deepCopy();
        Instant before = Instant.parse(added.path("hour").stringValue()).minus(Duration.ofHours(30));
        added.put("hour", before.toString());
        ((ObjectNode) added.path("record")).put("at", before.plusSeconds(7).toString());
        altered.insert(last + 1, added);
        altered.commit(last + 1);
        altered.sign(sides.quebec.bean(Keys.class).federation());

        assertThat(sides.found(altered)).contains(What.BACK_DATED);
    }

    @Test
    void finds_by_the_other_sides_receipts_that_a_node_rewrote_its_past() {
        TestBundle altered = ours.copy();
        // Every state that the other side has seen comes after the first leaf.
        altered.remove(altered.where(line -> line.has("position")).getFirst());
        altered.sign(sides.quebec.bean(Keys.class).federation());
        altered.madeAt(LATER);

        assertThat(sides.found(altered)).doesNotContain(What.LOG_DIFFERS, What.REWRITTEN);
        assertThat(sides.found(altered, theirs)).contains(What.REWRITTEN);
    }

    @Test
    void finds_a_message_that_one_side_has_and_the_other_lacks() {
        TestBundle unsent = ours.copy();
        unsent.remove(unsent.first(OUT));
        unsent.sign(sides.quebec.bean(Keys.class).federation());
        unsent.madeAt(LATER);
        TestBundle untaken = theirs.copy();
        untaken.remove(untaken.first(IN));
        untaken.sign(sides.columbia.bean(Keys.class).federation());
        untaken.madeAt(LATER);

        assertThat(sides.found(unsent, theirs)).contains(What.MESSAGE_NOT_SENT_THERE);
        assertThat(sides.found(ours, untaken)).contains(What.MESSAGE_NOT_TAKEN_THERE);
    }

    @Test
    void finds_a_document_that_the_other_side_never_published() {
        TestBundle unpublished = ours.copy();
        unpublished.where(line -> line.path("type").asString("").equals("document-out")).reversed().stream()
                .mapToInt(Integer::intValue)
                .forEach(unpublished::remove);
        unpublished.sign(sides.quebec.bean(Keys.class).federation());
        unpublished.madeAt(LATER);

        assertThat(sides.found(unpublished, theirs)).contains(What.DOCUMENT_NOT_PUBLISHED_THERE);
    }

    @Test
    void holds_nothing_against_the_other_side_that_is_newer_than_its_bundle() {
        TestBundle older = theirs.copy();
        older.remove(older.first(IN));
        older.sign(sides.columbia.bean(Keys.class).federation());
        older.madeAt(Instant.now().minus(Duration.ofDays(1)));

        assertThat(sides.found(ours, older)).contains(What.MADE_BEFORE).doesNotContain(What.MESSAGE_NOT_TAKEN_THERE);
    }

    @Test
    void finds_that_a_side_gave_an_older_bundle_than_its_own_receipts_prove() throws BundleUnreadable {
        TestBundle older = theirs.copy();
        older.remove(older.first(IN));
        older.sign(sides.columbia.bean(Keys.class).federation());
        older.madeAt(Instant.now().minus(Duration.ofDays(1)));

        Report report = Audit.of(List.of(ours.read(), older.read()), sides.pins, MessageTypes.known());

        assertThat(report.isClean()).isFalse();
        assertThat(report.findings()).extracting(Finding::what).contains(What.BUNDLE_OLDER);
        assertThat(report.notCompared()).isPositive();
        assertThat(new Wording(Locale.ENGLISH).of(report))
                .contains("it gave an older bundle than it had", "this audit says nothing about");
        assertThat(new Wording(Locale.CANADA_FRENCH).of(report)).contains("une liasse plus ancienne");
        assertThat(sides.found(ours, theirs)).doesNotContain(What.BUNDLE_OLDER);
    }

    @Test
    void holds_nothing_against_a_side_whose_bundle_was_made_minutes_before_the_others() {
        TestBundle earlier = theirs.copy();
        earlier.where(line -> line.has("position")).reversed().stream().limit(2).forEach(earlier::remove);
        earlier.sign(sides.columbia.bean(Keys.class).federation());
        earlier.madeAt(Instant.now().minus(Duration.ofMinutes(30)));

        assertThat(sides.found(ours, earlier)).noneMatch(What::isFault);
    }

    @Test
    void holds_nothing_against_a_side_that_took_after_its_bundle_was_made_what_had_left_long_before() {
        TestBundle left = ours.copy();
        ObjectNode line = left.line(left.first(OUT));
        ObjectNode record = (ObjectNode) line.path("record");
        line.put("hour", hourBefore(line, "hour"));
        record.put("at", hourBefore(record, "at"));
        left.commit(left.first(OUT));
        left.sign(sides.quebec.bean(Keys.class).federation());
        TestBundle before = theirs.copy();
        before.remove(before.where(leaf -> leaf.path("type").asString("").equals(IN)
                        && leaf.path("record").path("sha256").equals(record.path("sha256")))
                .getFirst());
        before.sign(sides.columbia.bean(Keys.class).federation());
        before.madeAt(Instant.now().minus(Duration.ofMinutes(30)));

        assertThat(sides.found(left, before)).contains(What.MADE_BEFORE).doesNotContain(What.MESSAGE_NOT_TAKEN_THERE);
    }

    private static String hourBefore(ObjectNode object, String member) {
        return Instant.parse(object.path(member).stringValue())
                .minus(Duration.ofHours(1))
                .toString();
    }

    @Test
    void holds_a_state_against_nobody_that_was_signed_after_the_bundle_was_made() {
        TestBundle older = ours.copy();
        older.where(line -> line.has("position")).reversed().stream().limit(2).forEach(older::remove);
        older.sign(sides.quebec.bean(Keys.class).federation());
        older.madeAt(Instant.now().minus(Duration.ofDays(1)));

        assertThat(sides.found(older, theirs)).doesNotContain(What.REWRITTEN);
    }

    @Test
    void finds_an_entry_of_an_unknown_kind_and_a_record_of_another_form() {
        TestBundle unknown = ours.copy();
        unknown.line(unknown.first(OUT)).put("type", "extract-out");
        TestBundle formless = ours.copy();
        ((ObjectNode) formless.line(formless.first(OUT)).path("record")).remove("sha256");
        formless.commit(formless.first(OUT));

        assertThat(sides.found(unknown)).contains(What.ENTRY_UNKNOWN);
        assertThat(sides.found(formless)).contains(What.RECORD_CONTRADICTS_LEAF);
    }

    @Test
    void notes_a_day_without_a_statement() {
        TestBundle unstated = ours.copy();
        unstated.madeAt(Instant.now().plus(Duration.ofDays(3)));

        assertThat(sides.found(unstated)).containsExactly(What.STATEMENT_MISSING);
    }

    @Test
    void finds_a_message_of_a_type_that_may_not_cross() {
        TestBundle altered = ours.copy();
        int place = altered.first(OUT);
        ((ObjectNode) altered.line(place).path("record")).put("type", "birth-register-extract");
        altered.commit(place);
        altered.sign(sides.quebec.bean(Keys.class).federation());

        assertThat(sides.found(altered)).contains(What.TYPE_NOT_IN_LIST);
    }

    @Test
    void finds_a_record_that_says_another_kind_or_hour_than_its_leaf() {
        TestBundle altered = ours.copy();
        int place = altered.first(OUT);
        ((ObjectNode) altered.line(place).path("record")).put("direction", "in");
        altered.commit(place);
        altered.sign(sides.quebec.bean(Keys.class).federation());

        assertThat(sides.found(altered)).contains(What.RECORD_CONTRADICTS_LEAF);
    }
}
