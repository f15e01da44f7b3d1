package org.entente.checks.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A whole measurement: rounds flat out, and one at half of their median rate.
 *
 * @param title what was measured
 * @param conditions load shape and durability, in words
 */
record Measured(String title, String conditions, Load load, List<Round> flatOut, Round half) {
    /** The round whose rate is the median. */
    Round median() {
        List<Round> sorted =
                flatOut.stream().sorted(Comparator.comparingDouble(Round::rate)).toList();
        return sorted.get(sorted.size() / 2);
    }

    static Measured measure(String title, Options options, Load load, Subject subject) {
        Progress progress = new Progress(title);
        progress.say("warming up: " + options.warmUp() + " flows");
        var warmUp = new Round.Plan(load, subject, options.workers(), options.warmUp());
        Round.flatOut(warmUp);
        var plan = new Round.Plan(load, subject, options.workers(), options.flows());
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= options.rounds(); i++) {
            Round round = Round.flatOut(plan);
            rounds.add(round);
            progress.say("round " + i + " of " + options.rounds() + ": " + Table.number(round.rate()) + " flows/s");
        }
        double median = new Measured(title, "", load, rounds, rounds.getFirst())
                .median()
                .rate();
        progress.say("at half of that: " + Table.number(median / 2) + " flows/s");
        Round half = Round.paced(plan, median / 2);
        String conditions = options.workers() + " connections, " + options.flows() + " flows a round after "
                + options.warmUp() + " to warm up, generator and database on the same machine; "
                + subject.durability();
        return new Measured(title, conditions, load, List.copyOf(rounds), half);
    }
}
