package org.entente.node.agreements.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Shortfall;
import org.entente.node.agreements.page.Names;
import org.entente.node.agreements.upkeep.Incident;
import org.entente.node.agreements.upkeep.Promise;
import org.entente.node.agreements.upkeep.Upkeep;
import org.entente.node.kernel.Text;

/**
 * How the parties keep up what they promise, as this node sees it.
 *
 * @param parties the others
 * @param incidents until when who answers what
 * @param shortfalls where a party fell short, the newest first
 */
public record UpkeepView(Promise promise, List<Line> parties, List<Answer> incidents, List<Past> shortfalls) {
    /** How many shortfalls are shown. */
    static final int MAX_SHOWN = 20;

    /**
     * A party.
     *
     * @param measured whether anything was seen of it yet
     * @param missed in whole minutes
     */
    public record Line(Text name, boolean measured, int perMille, Duration missed, Duration allowance, boolean kept) {}

    /**
     * An incident.
     *
     * @param state {@code answered}, {@code waits} or {@code overdue}
     */
    public record Answer(Text party, String cause, Instant since, Instant due, String state) {}

    /** That a party fell short. */
    public record Past(Text party, Shortfall shortfall) {}

    static UpkeepView of(Held held, Upkeep upkeep, List<Shortfall> shortfalls, Instant now) {
        Map<String, Party> parties = DeskView.parties(held);
        return new UpkeepView(
                upkeep.promise(),
                upkeep.parties().stream().map(UpkeepView::line).toList(),
                upkeep.incidents().stream()
                        .map(incident -> answer(incident, now))
                        .toList(),
                shortfalls.stream()
                        .map(one -> new Past(Names.party(parties, one.what().party()), one))
                        .toList());
    }

    private static Line line(Upkeep.Seen seen) {
        return new Line(
                seen.party().name(),
                seen.isMeasured(),
                seen.watched().perMille(),
                Duration.ofMinutes(seen.watched().missed().toMinutes()),
                seen.allowance(),
                !seen.isShort());
    }

    private static Answer answer(Incident incident, Instant now) {
        String state = incident.answered() ? "answered" : incident.isOverdueAt(now) ? "overdue" : "waits";
        return new Answer(
                incident.party().name(),
                incident.suspension().cause().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                incident.suspension().since(),
                incident.due(),
                state);
    }
}
