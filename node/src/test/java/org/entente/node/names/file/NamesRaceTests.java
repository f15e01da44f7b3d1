package org.entente.node.names.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.entente.names.Name;
import org.entente.names.PersonNames;
import org.entente.names.record.NameEntry;
import org.entente.names.record.Spoken;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.NamesNode;
import org.entente.node.names.sound.Recordings;
import org.entente.node.signin.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Two windows, two processes, or a person and a job, at one moment. */
@ExtendWith(NamesNode.Given.class)
class NamesRaceTests {
    private static final int ROUNDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DIGEST = "ab".repeat(32);

    private final NamesNode names;
    private final ChangeNames change;
    private final NameFiles files;
    private final PersonId person = new PersonId(UUID.randomUUID());

    NamesRaceTests(NamesNode names) {
        this.names = names;
        this.change = names.node().bean(ChangeNames.class);
        this.files = names.node().bean(NameFiles.class);
    }

    @Test
    void names_saved_in_many_windows_at_once_are_all_kept_up_to_the_last_place() {
        int windows = PersonNames.MAX_NAMES + 5;

        List<Boolean> kept = Simultaneously.attempt(windows, i -> () -> add("Gaspé " + i));

        assertThat(kept).filteredOn(saved -> saved).hasSize(PersonNames.MAX_NAMES);
        assertThat(files.latest(person).file().names()).hasSize(PersonNames.MAX_NAMES);
        assertThat(files.history(person).getFirst().number()).isEqualTo(PersonNames.MAX_NAMES);
    }

    @Test
    void an_undo_beside_a_save_undoes_what_its_person_saw_or_nothing() {
        for (int round = 0; round < ROUNDS; round++) {
            add("Rimouski");
            int seen = files.latest(person).number();
            String saved = "Tadoussac " + round;

            List<Boolean> done = Simultaneously.attempt(
                    2, i -> () -> i == 0 ? change.undo(person, seen, Instant.now()) : add(saved));

            List<String> now = files.latest(person).file().names().stream()
                    .map(RecordedName::full)
                    .toList();
            assertThat(now).as("what was saved is never undone unseen").contains(saved);
            assertThat(now.contains("Rimouski")).isEqualTo(!done.getFirst());
            change.change(person, Change.REMOVED, file -> Optional.of(PersonFile.EMPTY), Instant.now());
        }
    }

    @Test
    void keys_that_are_made_anew_never_lead_to_a_name_that_was_put_away_meanwhile() {
        add("Fort Chimo");
        TransactionOperations transactions = names.node().bean(TransactionOperations.class);

        CompletableFuture<Boolean> former = transactions.execute(transaction -> {
            files.awaitTurn(person);
            PersonFile before = files.latest(person).file();
            CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> change.change(
                    person,
                    Change.FORMER,
                    file -> Optional.of(
                            file.with(file.names().getFirst().noLongerBorne().orElseThrow())),
                    Instant.now()));
            awaitItWaits(other);
            names.node().bean(RecordedKeys.class).replace(person, before);
            return other;
        });

        assertThat(former).succeedsWithin(PATIENCE).isEqualTo(true);
        assertThat(names.node()
                        .bean(JdbcClient.class)
                        .sql("select count(*) from names.keys where person = :person")
                        .param("person", person.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_recording_outlives_the_jobs_while_its_name_is_being_brought_back() {
        keepRecording();
        change.change(
                person,
                Change.ADDED,
                file -> Optional.of(file.with(name("Iqaluit").with(said()))),
                Instant.now());
        change.change(person, Change.REMOVED, file -> Optional.of(PersonFile.EMPTY), Instant.now());
        Instant later = Instant.now().plus(Duration.ofDays(60));

        CompletableFuture<Boolean> forgotten = names.node()
                .bean(TransactionOperations.class)
                .execute(transaction -> {
                    assertThat(change.undo(person, 2, Instant.now())).isTrue();
                    CompletableFuture<Boolean> job = CompletableFuture.supplyAsync(() -> {
                        files.forget(later);
                        names.node().bean(Recordings.class).removeUnused(later);
                        return true;
                    });
                    awaitItWaits(job);
                    return job;
                });

        assertThat(forgotten).succeedsWithin(PATIENCE).isEqualTo(true);
        assertThat(files.history(person)).extracting(Version::number).doesNotContain(1);
        RecordedName back = files.latest(person).file().names().getFirst();
        assertThat(names.node().bean(Recordings.class).answer(person, back)).isPresent();
    }

    private boolean add(String full) {
        return change.change(
                person,
                Change.ADDED,
                file -> file.isFull() ? Optional.empty() : Optional.of(file.with(name(full))),
                Instant.now());
    }

    private static RecordedName name(String full) {
        return new RecordedName(UUID.randomUUID(), NameEntry.of(Name.of(Name.Kind.USED, full, "und")));
    }

    private static NameEntry said() {
        return NameEntry.of(Name.of(Name.Kind.USED, "Iqaluit", "und"))
                .with(new Spoken("", "", "", DIGEST, "audio/wav"));
    }

    private void keepRecording() {
        names.node()
                .bean(JdbcClient.class)
                .sql("insert into names.recordings values (:person, :digest, 'audio/wav', :sound, now())")
                .param("person", person.value())
                .param("digest", HexFormat.of().parseHex(DIGEST))
                .param("sound", new byte[] {1})
                .update();
    }

    /** Until somebody waits for what this transaction holds, or did not wait for it. */
    private void awaitItWaits(CompletableFuture<?> other) {
        await().atMost(PATIENCE)
                .until(() -> other.isDone()
                        || names.node()
                                        .bean(JdbcClient.class)
                                        .sql("select count(*) from pg_locks where not granted")
                                        .query(Integer.class)
                                        .single()
                                > 0);
    }
}
