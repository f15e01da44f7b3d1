package org.entente.node.agreements.page;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Events;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.kernel.Text;

/**
 * One line of what has happened.
 *
 * @param what its name in the catalogue
 * @param who those that did it
 * @param target whose part it suspends or ends the suspension of, whoever wanted it; empty for everything else
 * @param suspended what of that part; empty for everything else
 * @param version of the document that it is about, or under which it was done
 * @param number of the transition; empty for what happened before a version's entry into force
 * @param hash of the transition; before, of the text that it is about, where that is known
 */
public record Step(
        Instant at,
        String what,
        List<By> who,
        Optional<By> target,
        Optional<Target> suspended,
        int version,
        Optional<Integer> number,
        Optional<String> hash) {
    /** A party, by its key and as it was called then. */
    public record By(String party, Text name) {
        private static By of(Party party) {
            return new By(party.key(), party.name());
        }
    }

    /** Its sentence in the catalogue, which says of a part of something that it is one. */
    public String says() {
        return suspended
                .filter(part -> !part.isWhole())
                .map(part -> what + "-some")
                .orElse(what);
    }

    /** The types of credential that are all that is suspended; none where it is every type. */
    public List<String> types() {
        return suspended.stream()
                .flatMap(part -> part.credentialTypes().stream())
                .sorted()
                .toList();
    }

    /** The issuers whose credentials are all that is suspended; none where it is every issuer. */
    public List<URI> issuers() {
        return suspended.stream()
                .flatMap(part -> part.issuers().stream())
                .sorted()
                .toList();
    }

    /**
     * Everything, in order. What governments say about a text stays theirs until it is in force: of a version on the table
     * beside the one in force nothing is told here.
     */
    public static List<Step> all(Held held) {
        List<Placed> steps = new ArrayList<>();
        Map<Integer, Instant> entries = entries(held);
        held.events().stream()
                .filter(event -> entries.isEmpty() || entries.containsKey(event.version()))
                .map(event -> new Placed(before(held, event), entries.getOrDefault(event.version(), Instant.MAX)))
                .forEach(steps::add);
        held.transitions().stream()
                .map(recorded -> new Placed(of(held, recorded), Instant.MAX))
                .forEach(steps::add);
        return steps.stream()
                .sorted(Comparator.comparing(Placed::place))
                .map(Placed::step)
                .toList();
    }

    /** A step whose time is by our clock stands before a transition that followed from it, whose time is by another's. */
    private record Placed(Step step, Instant latest) {
        Instant place() {
            return step.at().isAfter(latest) ? latest : step.at();
        }
    }

    /** When each version came into force. */
    private static Map<Integer, Instant> entries(Held held) {
        Map<Integer, Instant> entries = new HashMap<>();
        for (Recorded recorded : held.transitions()) {
            entries.putIfAbsent(
                    recorded.after().entente().version(), recorded.transition().at());
        }
        return entries;
    }

    private static Step before(Held held, Events.Event event) {
        Collection<Party> parties = held.text(event.document())
                .map(Entente::parties)
                .orElseGet(() -> held.chain().parties());
        return new Step(
                event.at(),
                event.what().name().toLowerCase(Locale.ROOT),
                List.of(by(parties, event.party())),
                Optional.empty(),
                Optional.empty(),
                event.version(),
                Optional.empty(),
                Optional.of(event.document()).filter(hash -> !hash.isEmpty()));
    }

    private static Step of(Held held, Recorded recorded) {
        Transition transition = recorded.transition();
        Entente text = recorded.after().entente();
        List<Party> then =
                recorded.after().members().values().stream().map(Member::party).toList();
        return switch (transition.content()) {
            case Transition.Content.EntryIntoForce ignored ->
                step(
                        recorded,
                        text.version() == 1 ? "entry" : "amended",
                        text.parties().stream().map(By::of).toList(),
                        Optional.empty(),
                        Optional.empty());
            case Transition.Content.Acts(List<SignedAct> acts) -> {
                var suspended =
                        suspended(held, transition.number(), acts.getFirst().act());
                yield step(
                        recorded,
                        what(acts.getFirst().act()),
                        acts.stream().map(act -> by(then, act.party())).toList(),
                        suspended.map(part -> by(then, part.party())),
                        suspended);
            }
        };
    }

    /** What an act suspends; of what it lifts, what that suspended. */
    private static Optional<Target> suspended(Held held, int number, Act act) {
        return switch (act) {
            case Act.Suspend(Target target, var ignored) -> Optional.of(target);
            case Act.Lift(String suspension) ->
                held.chainAfter(number - 1)
                        .flatMap(before ->
                                Optional.ofNullable(before.suspensions().get(suspension)))
                        .map(Suspension::target);
            case Act.Accede ignored -> Optional.empty();
            case Act.Approve ignored -> Optional.empty();
            case Act.Entrust ignored -> Optional.empty();
            case Act.RollOver ignored -> Optional.empty();
            case Act.Withdraw() -> Optional.empty();
        };
    }

    private static By by(Collection<Party> parties, String key) {
        return parties.stream()
                .filter(party -> party.key().equals(key))
                .findFirst()
                .map(By::of)
                .orElseGet(() -> new By(key, new Text(key, key)));
    }

    private static Step step(
            Recorded recorded, String what, List<By> who, Optional<By> target, Optional<Target> suspended) {
        Transition transition = recorded.transition();
        return new Step(
                transition.at(),
                what,
                who,
                target,
                suspended,
                recorded.after().entente().version(),
                Optional.of(transition.number()),
                Optional.of(transition.hash()));
    }

    private static String what(Act act) {
        return switch (act) {
            case Act.Suspend(var target, var ignored) ->
                "suspend-" + target.direction().name().toLowerCase(Locale.ROOT);
            case Act.Lift ignored -> "lift";
            case Act.Accede ignored -> "accede";
            case Act.Approve ignored -> "approved";
            case Act.Entrust ignored -> "entrust";
            case Act.RollOver ignored -> "roll-over";
            case Act.Withdraw() -> "withdraw";
        };
    }
}
