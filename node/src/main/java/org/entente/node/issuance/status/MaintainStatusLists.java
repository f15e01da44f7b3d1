package org.entente.node.issuance.status;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.entente.node.issuance.Issuers;
import org.entente.node.kernel.Organisation;
import org.entente.protocols.statuslist.StatusList;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sees to it that every issuer has lists with room, published before they are used, and that none expires. Lists fill
 * evenly, so a new one is published when an old one is half full and used when readers have had time to see it; at once only
 * when copies are issued so fast that no other has room. A list is published until the last copy that points to it has expired.
 */
@Component
class MaintainStatusLists implements SmartInitializingSingleton {
    /** Over how many lists an issuer's copies are spread. */
    static final int SPREAD = 4;

    private static final Duration SIGNED_ANEW_AFTER = Duration.ofHours(6);
    private static final Duration NOTICE = Duration.ofHours(1);

    /** How long a closed list may still be given to an issuance that began before, and an expired copy be looked up. */
    private static final Duration GRACE = Duration.ofDays(1);

    private static final int FORGOTTEN_AT_ONCE = 5_000;
    private static final int MOST_AT_ONCE = 200;
    private static final int HALF = StatusLists.SIZE / 2;
    private static final int FULL = StatusLists.SIZE / 4 * 3;

    private final Issuers issuers;
    private final StatusLists lists;
    private final StatusEntries entries;
    private final SignStatusLists signing;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    MaintainStatusLists(
            Issuers issuers,
            StatusLists lists,
            StatusEntries entries,
            SignStatusLists signing,
            TransactionOperations transactions,
            InstantSource clock) {
        this.issuers = issuers;
        this.lists = lists;
        this.entries = entries;
        this.signing = signing;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        maintain(clock.instant());
    }

    void maintain(Instant now) {
        for (Organisation issuer : issuers.all()) {
            transactions.executeWithoutResult(transaction -> {
                lists.lock(issuer.id());
                retire(issuer, now);
                open(issuer, now);
                signAnew(issuer, now);
            });
            forgetRetired(issuer);
        }
    }

    private void retire(Organisation issuer, Instant now) {
        Instant before = now.minus(GRACE);
        lists.retire(issuer.id(), before, LocalDate.ofInstant(before, ZoneOffset.UTC), now);
    }

    /** A list has some hundred thousand places: nobody waits until all are gone, and a run that dies loses nothing. */
    private void forgetRetired(Organisation issuer) {
        int some = FORGOTTEN_AT_ONCE;
        for (int i = 0; i < MOST_AT_ONCE && some == FORGOTTEN_AT_ONCE; i++) {
            some = entries.forgetRetired(issuer.id(), FORGOTTEN_AT_ONCE);
        }
    }

    private void open(Organisation issuer, Instant now) {
        List<Filled> all = lists.open(issuer.id()).stream()
                .map(list -> new Filled(
                        list.number(), !list.usableFrom().isAfter(now), entries.count(issuer.id(), list.number())))
                .toList();
        boolean urgent = all.stream().noneMatch(list -> list.inUse() && list.taken() < FULL);
        if (urgent) {
            lists.useNow(issuer.id(), now);
        }
        long roomy = all.stream().filter(list -> list.taken() < HALF).count();
        add(issuer, SPREAD - roomy, now, urgent ? now : now.plus(NOTICE));
        all.stream().filter(list -> list.taken() >= FULL).forEach(list -> lists.close(issuer.id(), list.number(), now));
    }

    private void add(Organisation issuer, long count, Instant now, Instant usableFrom) {
        int next = lists.last(issuer.id()) + 1;
        for (int number = next; number < next + count; number++) {
            StatusLists.Listed list =
                    new StatusLists.Listed(number, StatusList.create(StatusLists.BITS, StatusLists.SIZE));
            lists.add(issuer.id(), list, signing.sign(issuer, list, now), now, usableFrom);
        }
    }

    /** How many places of a list that takes copies are taken. */
    private record Filled(int number, boolean inUse, long taken) {}

    private void signAnew(Organisation issuer, Instant now) {
        List<Integer> old = lists.signedBefore(issuer.id(), now.minus(SIGNED_ANEW_AFTER));
        if (!old.isEmpty()) {
            lists.locked(issuer.id(), old)
                    .forEach(list -> lists.publish(issuer.id(), list, signing.sign(issuer, list, now), now));
        }
    }
}
