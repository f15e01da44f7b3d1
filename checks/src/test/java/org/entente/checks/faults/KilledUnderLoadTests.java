package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Processes die in the middle of an issuance, and at random moments, while others issue, show and revoke. */
@InProvinces
class KilledUnderLoadTests {
    private static final long SEED = 20_261_122L;
    private static final int FEW = 2;
    private static final int MANY = 10;
    private static final int ROUNDS = 20;

    /** Within which a process dies after the exchange that was drawn. */
    private static final int MOMENT_NANOS = 30_000_000;

    private static final String WAITING =
            "select count(*) from pg_locks where not granted and relation = 'issuance.families'::regclass";

    private final Provinces provinces;

    KilledUnderLoadTests(Provinces provinces) {
        this.provinces = provinces;
    }

    @Test
    void loses_nothing_it_acknowledged_and_uses_nothing_twice() {
        play(FEW, new Random(SEED));
    }

    @Test
    @Tag("soak")
    void loses_nothing_it_acknowledged_and_uses_nothing_twice_in_two_hundred_deaths() {
        Random random = new Random(SEED + 1);
        for (int round = 0; round < ROUNDS; round++) {
            play(MANY, random);
        }
    }

    /** So many deaths under load, and then what was said is held against what was kept. */
    private void play(int deaths, Random random) {
        List<PairedNode> nodes = List.of(provinces.quebec(), provinces.columbia());
        List<List<String>> checkpoints = List.of(new ArrayList<>(), new ArrayList<>());
        Work work = new Work(provinces);
        try (work) {
            work.awaitExchanges(5);
            checkpoints.getFirst().add(Ledger.checkpoint(provinces.quebec()));
            dieInTheMiddleOfAnIssuance(provinces.quebec());
            for (int death = 1; death < deaths; death++) {
                int which = random.nextInt(nodes.size());
                work.awaitExchanges(5 + random.nextInt(20));
                checkpoints.get(which).add(Ledger.checkpoint(nodes.get(which)));
                LockSupport.parkNanos(random.nextInt(MOMENT_NANOS));
                die(nodes.get(which), random);
            }
            work.awaitExchanges(20);
        }
        System.out.printf(
                "%d deaths: %d exchanges, %d cut short, %d batches, %d shown, %d revoked%n",
                deaths,
                work.exchanges(),
                work.putOff(),
                work.issued().size(),
                work.shown().size(),
                work.revoked().size());
        assertThat(work.faults()).isEmpty();
        Ledger ledger = new Ledger(provinces, work);
        ledger.everyFamilyIsWhole();
        ledger.everyCopyHasItsStatus();
        ledger.theVerifierFollows();
        ledger.everyAnswerWasTakenOnce();
        ledger.noCodeIsUsedTwice();
        ledger.nothingSpentIsTakenAgain();
        ledger.everyOfferBoughtOneBatchAtMost();
        work.renewing().everyPermissionLives();
        for (int i = 0; i < nodes.size(); i++) {
            Ledger.theJournalVerifies(nodes.get(i), checkpoints.get(i));
        }
    }

    /** Both processes, while the database lets an issuance write no further: it has spent its offer and is not committed. */
    private static void dieInTheMiddleOfAnIssuance(PairedNode issuer) {
        try (Connection held = issuer.connect();
                var statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("lock table issuance.families in share mode");
            Provinces.until("an issuance that waits in the database", () -> issuer.number(WAITING) > 0);
            issuer.processes().forEach(NodeProcess::kill);
            held.rollback();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        issuer.processes().stream().map(NodeProcess::start).toList().forEach(NodeProcess::awaited);
    }

    /** One process of a node, or one time in six both; it is there again when this returns. */
    private static void die(PairedNode node, Random random) {
        int first = random.nextInt(2);
        List<NodeProcess> dying = random.nextInt(6) == 0
                ? List.of(node.process(first), node.process(first + 1))
                : List.of(node.process(first));
        dying.forEach(NodeProcess::kill);
        Stream.of(dying).flatMap(List::stream).map(NodeProcess::start).toList().forEach(NodeProcess::awaited);
    }
}
