package org.entente.node.agreements.page;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.life.Target;
import org.entente.node.kernel.Text;

/**
 * Something that is suspended now.
 *
 * @param id by which it is lifted
 * @param issuers only these; all when empty
 * @param types only these; all when empty
 * @param by who wanted it
 * @param ordered whether the depositary has ordered it
 */
public record Halt(
        String id,
        Text party,
        Target.Direction direction,
        List<URI> issuers,
        List<String> types,
        List<Text> by,
        Act.Cause cause,
        Instant since,
        boolean ordered) {
    /** What is suspended now, the oldest first. */
    public static List<Halt> all(Held held, Map<String, Party> parties) {
        return held.state().suspensions().values().stream()
                .sorted(Comparator.comparing(Suspension::since))
                .map(suspension -> of(suspension, parties))
                .toList();
    }

    /** What a suspension stops, asked for or in effect. */
    public static Halt of(Suspension suspension, Map<String, Party> parties) {
        Target target = suspension.target();
        return new Halt(
                suspension.id(),
                Names.party(parties, target.party()),
                target.direction(),
                target.issuers().stream().sorted().toList(),
                target.credentialTypes().stream().sorted().toList(),
                suspension.by().stream()
                        .sorted()
                        .map(key -> Names.party(parties, key))
                        .toList(),
                suspension.cause(),
                suspension.since(),
                suspension.ordered());
    }

    /** The direction's name in the catalogue. */
    public String directionCode() {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    /** The cause's name in the catalogue. */
    public String causeCode() {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
