package org.entente.checks.bench.functions;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.entente.protocols.statuslist.StatusList;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A status list of 2^20 entries, two in a hundred revoked (Token Status List). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class StatusFunctions {
    private static final int SIZE = 1 << 20;

    private StatusList list = StatusList.create(1, SIZE);

    /** Revokes entries at random, the same in each run. */
    @Setup
    public void prepare() {
        list = StatusList.create(1, SIZE);
        new Random(20).ints(SIZE / 50, 0, SIZE).forEach(index -> list.set(index, 1));
    }

    /** Packs and compresses it. */
    @Benchmark
    public Object write() {
        return list.toJson();
    }
}
