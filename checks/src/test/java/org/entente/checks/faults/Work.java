package org.entente.checks.faults;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.entente.checks.bench.BenchKey;

/**
 * Holders who fetch and show attestations, and a registrar who revokes some, all at balancers and all at once; remembers
 * what each was told. An exchange may break off, or be put off with 502 or with 503 and a time to try again; any other
 * answer than the right one is a {@linkplain #faults fault}.
 */
final class Work implements AutoCloseable {
    /** How many copies a batch has. */
    static final int COPIES = 3;

    /** Leaves a process that starts the time to do so; seven at once keep something under way at every moment all the same. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final boolean processesDie;
    private final Residents residents;
    private final Door quebec;
    private final Verifier verifier;
    private final Renewing renewing;
    private final Spent spent;
    private final long firstLeaf;
    private final ExecutorService threads = Executors.newFixedThreadPool(7);
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong exchanges = new AtomicLong();
    private final AtomicLong putOff = new AtomicLong();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Issued> issued = new ConcurrentLinkedQueue<>();
    private final Queue<Issued> unshown = new ConcurrentLinkedQueue<>();
    private final Queue<Issued> done = new ConcurrentLinkedQueue<>();
    private final Queue<Shown> shown = new ConcurrentLinkedQueue<>();
    private final Queue<Issued> revoked = new ConcurrentLinkedQueue<>();

    /** How far an issuance came: whether its code was answered with a token, and what copies were answered. */
    record Issued(
            Residents.Resident resident,
            Offered offered,
            AtomicBoolean redeemed,
            Queue<Holder.Copy> copies,
            AtomicBoolean mayBeRevoked) {}

    /** An answer to a verifier that the verifier said it took. */
    record Shown(Verifier.Question question, String form) {}

    /** A step of somebody's, which may be cut short. */
    private interface Turn {
        void play();
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    Work(Provinces provinces) {
        this(provinces, true);
    }

    /** Where no process dies: only a 503 with a time to try again is being put off, and anything else is a fault. */
    static Work whereNoProcessDies(Provinces provinces) {
        return new Work(provinces, false);
    }

    private Work(Provinces provinces, boolean processesDie) {
        this.processesDie = processesDie;
        this.residents = provinces.residents();
        this.quebec = provinces.quebec().door();
        this.verifier = new Verifier(provinces.columbia().door());
        Provinces.until(
                "places for what was before",
                () -> provinces.quebec().number("select count(*) from journal.waiting") == 0);
        this.firstLeaf = provinces.quebec().number("select count(*) from journal.places");
        this.renewing = new Renewing(provinces);
        this.spent = new Spent(provinces);
        List<Turn> turns =
                List.of(this::issue, this::issue, this::show, this::show, this::revoke, this::renew, this::spend);
        for (Turn turn : turns) {
            threads.execute(() -> again(turn));
        }
    }

    /** How many exchanges went as they should. */
    long exchanges() {
        return exchanges.get();
    }

    /** How many were cut short. */
    long putOff() {
        return putOff.get();
    }

    /** What was answered that should never be. */
    List<String> faults() {
        return new ArrayList<>(faults);
    }

    Spent spent() {
        return spent;
    }

    Renewing renewing() {
        return renewing;
    }

    List<Issued> issued() {
        return List.copyOf(issued);
    }

    List<Shown> shown() {
        return List.copyOf(shown);
    }

    /** All whose revocation was answered. */
    List<Issued> revoked() {
        return List.copyOf(revoked);
    }

    /** Where in Québec's journal the work begins. */
    long firstLeaf() {
        return firstLeaf;
    }

    /** Waits until so many more exchanges went well. */
    void awaitExchanges(long more) {
        long goal = exchanges.get() + more;
        Provinces.until(more + " exchanges more", () -> exchanges.get() >= goal);
    }

    /** Waits until so many more were cut short. */
    void awaitPutOff(long more) {
        long goal = putOff.get() + more;
        Provinces.until(more + " exchanges put off", () -> putOff.get() >= goal);
    }

    private void again(Turn turn) {
        while (!ended.get()) {
            try {
                turn.play();
            } catch (Broken | PutOff cutShort) {
                if (!processesDie && !isAllowed(cutShort)) {
                    faults.add(cutShort.toString());
                }
                putOff.incrementAndGet();
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (RuntimeException fault) {
                faults.add(fault.toString());
            }
        }
    }

    /** The node said so itself, or a connection was refused; one that broke leaves everybody in doubt. */
    private static boolean isAllowed(RuntimeException cutShort) {
        return cutShort instanceof PutOff told && told.byTheNode() || cutShort.getCause() instanceof ConnectException;
    }

    private void issue() {
        Residents.Resident resident = residents.next();
        Offered offered = new Ministry(quebec).offer(resident.number(), Holder.IDENTITY);
        exchanges.incrementAndGet();
        Issued one =
                new Issued(resident, offered, new AtomicBoolean(), new ConcurrentLinkedQueue<>(), new AtomicBoolean());
        issued.add(one);
        Holder holder = new Holder(quebec);
        String token = Holder.accessToken(holder.redeem(offered));
        one.redeemed().set(true);
        exchanges.incrementAndGet();
        List<BenchKey> keys = Holder.keys(COPIES);
        String request = holder.request(keys, holder.nonce());
        one.copies().addAll(Holder.copies(keys, holder.credential(token, request)));
        Spent.Nonce nonce = spent.nonce(request);
        exchanges.incrementAndGet();
        try {
            nonce.isRefused(holder, token);
        } finally {
            unshown.add(one);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void spend() {
        LockSupport.parkNanos(4 * PAUSE_NANOS);
        spent.play(exchanges::incrementAndGet);
    }

    private void renew() {
        LockSupport.parkNanos(4 * PAUSE_NANOS);
        renewing.play(exchanges::incrementAndGet);
    }

    /** Shows one copy of each batch. */
    private void show() {
        Issued one = unshown.poll();
        if (one == null) {
            LockSupport.parkNanos(PAUSE_NANOS);
            return;
        }
        Verifier.Question question = verifier.ask();
        exchanges.incrementAndGet();
        String form = Verifier.show(question, one.copies().element());
        Answer taken = verifier.take(question, form).expect(200);
        shown.add(new Shown(question, form));
        exchanges.incrementAndGet();
        if (!verifier.isAccepted(question, taken)) {
            throw new Unexpected("what was taken was not accepted");
        }
        exchanges.incrementAndGet();
        done.add(one);
    }

    /** Revokes all that somebody has, once in a while. */
    private void revoke() {
        LockSupport.parkNanos(2 * PAUSE_NANOS);
        if (done.size() < 5) {
            return;
        }
        Issued chosen = done.remove();
        List<Issued> all = issued.stream()
                .filter(one -> one.resident().equals(chosen.resident()))
                .toList();
        all.forEach(one -> one.mayBeRevoked().set(true));
        int copies = new Ministry(quebec).revoke(chosen.resident().number());
        exchanges.incrementAndGet();
        if (copies < COPIES && !revoked.contains(chosen)) {
            throw new Unexpected("revoked " + copies + " copies");
        }
        all.stream().filter(one -> one.copies().size() == COPIES).forEach(revoked::add);
    }

    /** Everybody finishes what they are at. */
    @Override
    public void close() {
        ended.set(true);
        threads.close();
    }
}
