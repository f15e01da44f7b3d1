package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The database goes and comes back while others issue, show and revoke; no process of a node is started anew. */
@InProvinces
class DatabaseRestartTests {
    private final Provinces provinces;

    DatabaseRestartTests(Provinces provinces) {
        this.provinces = provinces;
    }

    @Test
    void whoever_asks_meanwhile_is_answered_or_told_to_try_again() {
        Work work = Work.whereNoProcessDies(provinces);
        try (work) {
            work.awaitExchanges(30);
            provinces.restartDatabase(() -> work.awaitPutOff(5));
            work.awaitExchanges(30);
            provinces.crashDatabase();
            work.awaitExchanges(30);
        }
        assertThat(work.faults()).isEmpty();
        Ledger ledger = new Ledger(provinces, work);
        ledger.everyFamilyIsWhole();
        ledger.everyCopyHasItsStatus();
        ledger.everyAnswerWasTakenOnce();
        ledger.noCodeIsUsedTwice();
        ledger.nothingSpentIsTakenAgain();
        ledger.everyOfferBoughtOneBatchAtMost();
        work.renewing().everyPermissionLives();
    }
}
