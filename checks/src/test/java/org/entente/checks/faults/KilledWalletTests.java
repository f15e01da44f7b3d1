package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.entente.node.signin.TestOAuthClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A wallet's processes die while holders accept offers: each goes on, and no batch stays valid that no wallet has. */
@InProvinces
class KilledWalletTests {
    private static final long SEED = 20_261_123L;
    private static final int FEW = 2;
    private static final int MANY = 40;
    private static final int HOLDERS = 6;

    /** Within which a process dies after the holders have accepted: as long as an issuance takes here. */
    private static final int MOMENT_NANOS = 400_000_000;

    private static final String RECEIVED = "Your attestation is in your wallet";

    /** The code was spent for a permission that died with the process. */
    private static final String SPENT = "already used";

    private static final String KEPT = "select count(*) from wallet.attestations";
    private static final String CONFIRMED = "select count(*) from issuance.families"
            + " where awaited is null and ends_at is null and revoked_at is null";
    private static final String UNHEARD_OF = "select count(*) from issuance.families"
            + " where awaited is not null and ends_at is null and revoked_at is null";

    private final Provinces provinces;

    KilledWalletTests(Provinces provinces) {
        this.provinces = provinces;
    }

    /** An offer that a holder has before them. */
    private record Held(Person holder, String page, String code) {}

    @Test
    void every_offer_is_received_once_or_said_to_be_over() {
        assertThat(play(FEW, new Random(SEED))).as("received").isPositive();
    }

    @Test
    @Tag("soak")
    void every_offer_is_received_once_or_said_to_be_over_in_forty_deaths() {
        assertThat(play(MANY, new Random(SEED + 1))).as("received").isGreaterThan(MANY * HOLDERS / 4);
    }

    /** @return how many offers were received */
    private long play(int deaths, Random random) {
        PairedNode wallet = provinces.wallet();
        PairedNode quebec = provinces.quebec();
        long kept = wallet.number(KEPT);
        long confirmed = quebec.number(CONFIRMED);
        long unheardOf = quebec.number(UNHEARD_OF);
        List<Person> holders = Stream.generate(() -> new Person(wallet.door()))
                .limit(HOLDERS)
                .map(holder -> holder.signIn(provinces.mailbox(), "holder-" + System.nanoTime() + "@example.org"))
                .toList();
        List<Held> offers = new ArrayList<>();
        for (int death = 0; death < deaths; death++) {
            List<Held> now = holders.stream().map(this::open).toList();
            offers.addAll(now);
            acceptAndDie(now, wallet.process(death), random);
        }
        long received = offers.stream().filter(KilledWalletTests::goesOn).count();
        System.out.printf("%d deaths of a wallet: %d of %d offers received%n", deaths, received, offers.size());

        assertThat(wallet.number(KEPT) - kept).isEqualTo(received);
        Provinces.until(
                "what the issuer is told", () -> wallet.number("select count(*) from wallet.notifications") == 0);
        assertThat(quebec.number(CONFIRMED) - confirmed).as("confirmed batches").isEqualTo(received);
        assertThat(quebec.number(UNHEARD_OF) - unheardOf)
                .as("batches that no wallet has and that do not end")
                .isZero();
        return received;
    }

    private Held open(Person holder) {
        Offered offered = new Ministry(provinces.quebec().door())
                .offer(provinces.residents().next().number(), Holder.IDENTITY);
        String address = TestOAuthClient.form(
                Map.of("credential_offer_uri", offered.address().toString()));
        String page =
                Door.path(holder.get("/en/wallet/offer?" + address).expect(303).location());
        return new Held(holder, page, offered.transactionCode());
    }

    private static void acceptAndDie(List<Held> offers, NodeProcess dying, Random random) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            offers.forEach(offer -> threads.execute(() -> accept(offer, dying.door())));
            LockSupport.parkNanos(random.nextInt(MOMENT_NANOS));
            dying.kill();
        }
        dying.start().awaited();
    }

    private static void accept(Held offer, Door door) {
        try {
            offer.holder().at(door).post(offer.page() + "/accept", Map.of("tx_code", offer.code()));
        } catch (Broken died) {
            // As was to be expected: the holder goes on later.
        }
    }

    /** The holder looks at the offer again, and goes on where the page lets them; whether they have the attestation in the end. */
    private static boolean goesOn(Held offer) {
        Provinces.until("the end of an offer", () -> {
            String page = text(offer);
            boolean over = page.contains(RECEIVED) || page.contains(SPENT);
            if (!over && page.contains("/accept\"")) {
                offer.holder().post(offer.page() + "/accept", Map.of("tx_code", offer.code()));
            }
            return over;
        });
        return text(offer).contains(RECEIVED);
    }

    private static String text(Held offer) {
        return offer.holder().get(offer.page()).expect(200).text();
    }
}
