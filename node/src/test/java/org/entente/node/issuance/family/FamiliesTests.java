package org.entente.node.issuance.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.family.Families.Opening;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.TestRegister;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamiliesTests {
    private static final LocalDate DAY = LocalDate.parse("2026-11-30");

    private TestNode node;
    private CredentialType type;

    @BeforeAll
    void start() {
        node = TestIssuer.start();
        type = node.bean(CredentialTypes.class).find(TestIssuer.IDENTITY).orElseThrow();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void a_record_has_so_many_families_in_a_month_and_others_in_the_next() {
        RecordId record = record();
        for (int i = 0; i < FamilyHandles.MAX_A_MONTH; i++) {
            assertThat(open(record, DAY)).isPresent();
        }

        assertThat(open(record, DAY)).isEmpty();
        assertThat(open(record(), DAY)).as("another record").isPresent();
        assertThat(open(record, DAY.plusDays(1))).as("the next month").isPresent();
        assertThat(families().of(type, record)).hasSize(FamilyHandles.MAX_A_MONTH + 1);
    }

    @Test
    void a_wallet_that_asks_for_one_more_is_told_when_there_is_more() {
        RecordId record = new RecordId(TestRegister.ID, TestIssuer.RECORD);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (LocalDate day : List.of(today, today.plusDays(1))) {
            while (open(record, day).isPresent()) {
                assertThat(families().of(type, record)).hasSizeLessThanOrEqualTo(2 * FamilyHandles.MAX_A_MONTH);
            }
        }
        TestHolder holder = new TestHolder(node);

        HttpResponse<String> answer = holder.request(
                holder.token(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY)),
                TestIssuer.IDENTITY,
                holder.proofs(holder.keys(1), holder.nonce()));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Json.object(answer.body()).path("error").asString()).isEqualTo("credential_request_denied");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, Duration.ofDays(31).toSeconds() + 1);
    }

    @Test
    void a_family_is_found_as_long_as_its_copies_hold_and_a_month_longer() {
        RecordId record = record();
        FamilyHandle handle = open(record, DAY).orElseThrow();
        LocalDate end = DAY.plusDays(type.lifetimeDays());

        families().forget(end.plusDays(Families.KEPT_DAYS));
        assertThat(families().of(type, record)).extracting(Family::handle).containsExactly(handle);

        families().forget(end.plusDays(Families.KEPT_DAYS + 1));
        assertThat(families().of(type, record)).isEmpty();
    }

    @Test
    void a_run_forgets_far_more_than_one_transaction_does() {
        node.bean(JdbcClient.class).sql("""
                        insert into issuance.families
                            (organisation, handle, configuration, issued_on, expires_on, leaf, salt)
                        select 'long-ago', decode(lpad(to_hex(n), 64, '0'), 'hex'), 'x', date '2001-01-01',
                            date '2001-02-01', gen_random_uuid(), ''
                        from generate_series(1, 12000) n
                        """).update();

        assertThat(families().forget(LocalDate.of(2002, 1, 1))).isEqualTo(12_000);
        assertThat(families().forget(LocalDate.of(2002, 1, 1))).isZero();
    }

    @Test
    void what_is_revoked_is_kept_from_others_in_one_order_so_that_no_two_wait_for_each_other() {
        List<FamilyHandle> inOrder = inOrder();
        FamilyHandle first = inOrder.getFirst();
        FamilyHandle last = inOrder.getLast();
        CompletableFuture<List<FamilyHandle>> other = inTransaction(() -> {
            lock(first, "");
            CompletableFuture<List<FamilyHandle>> revoking =
                    CompletableFuture.supplyAsync(() -> inTransaction(() -> families()
                            .revoke(
                                    type.organisation().id(),
                                    inOrder.reversed(),
                                    RevocationReason.ASKED,
                                    Instant.now())));
            awaitSomebodyWaits();
            lock(last, " nowait");
            return revoking;
        });
        assertThat(other.join()).containsExactlyInAnyOrderElementsOf(inOrder);
    }

    @Test
    void what_is_forgotten_waits_for_nobody() {
        List<FamilyHandle> inOrder = inOrder();
        LocalDate longAfter = DAY.plusDays(type.lifetimeDays() + Families.KEPT_DAYS + 1);
        inTransaction(() -> {
            lock(inOrder.getLast(), "");
            CompletableFuture.runAsync(() -> families().forget(longAfter))
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
            lock(inOrder.getLast(), "");
            return true;
        });
        assertThat(families().find(type.organisation().id(), inOrder))
                .extracting(Family::handle)
                .containsExactly(inOrder.getLast());
    }

    /** Some families, in the order of their handles. */
    private List<FamilyHandle> inOrder() {
        RecordId record = record();
        return Stream.generate(() -> open(record, DAY).orElseThrow())
                .limit(4)
                .sorted((one, other) -> Arrays.compareUnsigned(one.bytes(), other.bytes()))
                .toList();
    }

    private void lock(FamilyHandle family, String how) {
        node.bean(JdbcClient.class)
                .sql("select from issuance.families where organisation = :organisation and handle = :handle for update"
                        + how)
                .param("organisation", type.organisation().id())
                .param("handle", family.bytes())
                .query((row, number) -> true)
                .single();
    }

    private void awaitSomebodyWaits() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> node.bean(JdbcClient.class)
                        .sql("select exists (select from pg_locks l join pg_stat_activity a on a.pid = l.pid"
                                + " where not l.granted and a.datname = current_database())")
                        .query(Boolean.class)
                        .single());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(node.bean(TransactionOperations.class).execute(transaction -> work.get()));
    }

    private Families families() {
        return node.bean(Families.class);
    }

    private static RecordId record() {
        return new RecordId(TestRegister.ID, UUID.randomUUID().toString());
    }

    private Optional<FamilyHandle> open(RecordId record, LocalDate day) {
        return Objects.requireNonNull(node.bean(TransactionOperations.class).execute(transaction -> {
            RecordedLeaf leaf = node.bean(Journal.class).record("issuance", "test", Json.newObject(), Instant.now());
            return families().open(new Opening(type, record, day, leaf, new byte[] {1}, Instant.now()));
        }));
    }
}
