package org.entente.checks.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * One measured round: so many flows by so many workers.
 *
 * @param flows how many flows were played
 * @param seconds from the first start to the last end
 * @param whole durations of whole flows; at a fixed rate counted from when a flow was due, not from when it began
 * @param exchanges durations of each exchange
 * @param node what the node used meanwhile, and held in memory at the end; empty where that is not known
 * @param database the same of its database
 */
record Round(
        int flows,
        double seconds,
        Sample whole,
        List<Sample> exchanges,
        Optional<ProcessFigures> node,
        Optional<ProcessFigures> database) {
    double rate() {
        return flows / seconds;
    }

    /** What a round plays. */
    record Plan(Load load, Subject subject, int workers, int flows) {}

    /** As fast as the workers can. */
    static Round flatOut(Plan plan) {
        return play(plan, 0);
    }

    /**
     * At a fixed rate, whatever the answers take.
     *
     * @param rate flows a second, all workers together
     */
    static Round paced(Plan plan, double rate) {
        return play(plan, (long) (1e9 / rate));
    }

    private static Round play(Plan plan, long intervalNanos) {
        plan.load().prepare(plan.flows());
        List<Flow> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(plan.workers())) {
            for (int i = 0; i < plan.workers(); i++) {
                workers.add(plan.load().worker());
            }
            Optional<ProcessFigures> nodeBefore = plan.subject().figures();
            Optional<ProcessFigures> databaseBefore = plan.subject().database();
            Clock clock = new Clock(plan.flows(), intervalNanos, System.nanoTime());
            List<Future<Played>> futures = new ArrayList<>();
            workers.forEach(worker -> futures.add(threads.submit(() -> clock.play(worker))));
            Played played = new Played();
            for (Future<Played> future : futures) {
                played.add(future.get());
            }
            double seconds = (System.nanoTime() - clock.start()) / 1e9;
            return new Round(
                    plan.flows(),
                    seconds,
                    Sample.of(played.whole),
                    Sample.columns(played.exchanges, plan.load().exchanges().size()),
                    since(nodeBefore, plan.subject().figures()),
                    since(databaseBefore, plan.subject().database()));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchFailed failed
                    ? failed
                    : new BenchFailed("a worker failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailed("interrupted", e);
        } finally {
            workers.forEach(Flow::close);
        }
    }

    private static Optional<ProcessFigures> since(Optional<ProcessFigures> before, Optional<ProcessFigures> after) {
        return before.flatMap(first -> after.map(last -> last.since(first)));
    }

    /** Durations that a worker saw. */
    private static final class Played {
        private final List<Long> whole = new ArrayList<>();
        private final List<long[]> exchanges = new ArrayList<>();

        void add(Played other) {
            whole.addAll(other.whole);
            exchanges.addAll(other.exchanges);
        }
    }

    /** Hands out the flows: the next one at once, or when it is due. */
    private record Clock(AtomicInteger next, int flows, long intervalNanos, long start) {
        Clock(int flows, long intervalNanos, long start) {
            this(new AtomicInteger(), flows, intervalNanos, start);
        }

        Played play(Flow worker) {
            Played played = new Played();
            for (int number = next.getAndIncrement(); number < flows; number = next.getAndIncrement()) {
                long due = intervalNanos == 0 ? System.nanoTime() : start + number * intervalNanos;
                waitUntil(due);
                played.exchanges.add(worker.play());
                played.whole.add(System.nanoTime() - due);
            }
            return played;
        }

        private static void waitUntil(long due) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
