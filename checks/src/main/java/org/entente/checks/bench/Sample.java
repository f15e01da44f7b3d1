package org.entente.checks.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Durations that were measured, in nanoseconds; percentiles are of the values themselves, none is lost in a bucket. */
final class Sample {
    private final long[] sorted;

    private Sample(long[] sorted) {
        this.sorted = sorted;
    }

    static Sample of(List<Long> nanos) {
        long[] values = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(values);
        return new Sample(values);
    }

    int count() {
        return sorted.length;
    }

    /** The value, in milliseconds, that this share of the durations does not exceed. */
    double millis(double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)] / 1e6;
    }

    /** Columns of rows, as one sample each. */
    static List<Sample> columns(List<long[]> rows, int columns) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            samples.add(of(rows.stream().map(row -> row[column]).toList()));
        }
        return samples;
    }
}
