package org.entente.names.barrier.probe;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.entente.names.NameText;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.collation.NameOrders;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.Profile;

/** B27 to B37: whether a name is found, no other in its place, and all in their order. */
final class Searching {
    static final Map<String, Function<Trials, Finding>> CHECKS = new TreeMap<>();

    static {
        CHECKS.put("B27", trials -> trials.finds(Probes.GWICHIN, "Gwich'in", "Gwich’in"));
        CHECKS.put("B28", trials -> trials.finds("Ɂehdzo Got’ı̨nę", "ʔehdzo Got’ı̨nę", "ɂehdzo Got’ı̨nę"));
        CHECKS.put("B29", trials -> trials.finds(Probes.MOHAWK, "Kanien'kehá:ka"));
        CHECKS.put(
                "B30",
                trials ->
                        trials.finds("Sm'algya̱x", "Sm'algya\u0332x").and(trials.finds("Tk̓emlúps", "Tk\u0315emlúps")));
        CHECKS.put(
                "B31",
                trials -> trials.finds(Probes.TLICHO, "Tlicho")
                        .and(trials.finds(Probes.AQAM, "aqam"))
                        .and(trials.finds("Snuneymuxw", "Snuneymuxw")));
        CHECKS.put("B32", Searching::merged);
        CHECKS.put(
                "B33", trials -> trials.finds(Probes.IQALUIT, "Iqaluit").and(trials.finds("Iqaluit", Probes.IQALUIT)));
        CHECKS.put(
                "B34",
                trials -> trials.finds("ᓀᐦᐃᔭᐍᐏᐣ", "ᓀᐦᐃᔭᐁᐧᐃᐧᐣ", "ᓀᐦᐃᔭᐁᐃᐣ")
                        .and(trials.finds("nēhiyawēwin", "nêhiyawêwin")));
        CHECKS.put("B35", Searching::phonetics);
        CHECKS.put("B36", Searching::words);
        CHECKS.put("B37", Searching::order);
    }

    private Searching() {}

    /** Two names that fold to the same plain letters: the second must be its own record. */
    private static Finding merged(Trials trials) {
        Reply first = trials.register("łuk");
        Reply second = trials.register("luk");
        if (first instanceof Reply.Refused) {
            return Trials.notHere("refused-before");
        }
        if (second instanceof Reply.Refused refusal) {
            return new Finding.Found(List.of(Trials.refused("luk", refusal)));
        }
        if (first.equals(second)) {
            return new Finding.Found(List.of(new Evidence("", "łuk", "luk", Wording.of("merged"))));
        }
        if (trials.can(Ability.MATCH)) {
            List<String> taken = trials.shownAs("łuk").only(trials.door().match("luk"), trials.shownAs("luk"));
            if (!taken.isEmpty()) {
                return new Finding.Found(
                        List.of(new Evidence("match", "luk", String.join(" · ", taken), Wording.of("merged"))));
            }
        }
        return new Finding.NotFound(Wording.of("tested.not-merged"));
    }

    private static Finding phonetics(Trials trials) {
        String other = "ᑲᖏᖅᖠᓂᖅ";
        if (!trials.can(Ability.SEARCH)) {
            return Trials.notHere("no-search");
        }
        if (trials.register(Probes.IQALUIT) instanceof Reply.Refused
                || trials.register(other) instanceof Reply.Refused) {
            return Trials.notHere("refused-before");
        }
        List<String> found = trials.shownAs(Probes.IQALUIT).only(trials.door().search(other), trials.shownAs(other));
        return !found.isEmpty()
                ? new Finding.Found(
                        List.of(new Evidence(Trials.SEARCH, other, Probes.IQALUIT, Wording.of("unlike-name"))))
                : new Finding.NotFound(Wording.of("tested.searched", Probes.IQALUIT, other));
    }

    /** A search for the last piece finds the name, and one for letters inside it does not: then it was split into words. */
    private static Finding words(Trials trials) {
        if (!trials.can(Ability.SEARCH)) {
            return Trials.notHere("no-search");
        }
        if (trials.register(Probes.MOHAWK) instanceof Reply.Refused) {
            return Trials.notHere("refused-before");
        }
        ShownAs name = trials.shownAs(Probes.MOHAWK);
        boolean piece = trials.door().search("ka").stream().anyMatch(name::isIn);
        boolean inside = piece && trials.door().search("nienʼkeh").stream().anyMatch(name::isIn);
        return piece && !inside
                ? new Finding.Found(List.of(new Evidence(Trials.SEARCH, "ka", Probes.MOHAWK, Wording.of("split"))))
                : new Finding.NotFound(Wording.of("tested.searched", Probes.MOHAWK, "ka"));
    }

    private static Finding order(Trials trials) {
        if (!trials.can(Ability.LIST)) {
            return Trials.notHere("no-list");
        }
        for (String name : Probes.ORDER) {
            if (trials.register(name) instanceof Reply.Refused) {
                return Trials.notHere("refused-before");
            }
        }
        List<String> right = Probes.ORDER.stream()
                .map(NameText::of)
                .sorted(NameOrders.standard().of(profile()))
                .map(name -> listedAs(trials, name.value()))
                .distinct()
                .toList();
        if (right.size() < Probes.ORDER.size()) {
            return Trials.notHere("no-letters-left");
        }
        List<String> shown =
                trials.door().list().stream().filter(right::contains).distinct().toList();
        return shown.equals(right)
                ? new Finding.NotFound(Wording.of("tested.order", profile().name()))
                : new Finding.Found(List.of(new Evidence(
                        "list", String.join(" · ", right), String.join(" · ", shown), Wording.of("wrong-order"))));
    }

    /** As the system gives it back, where it does: a list shows no other. */
    private static String listedAs(Trials trials, String name) {
        return trials.outputs(name, Output.Kind.DATA).stream()
                .map(Output::text)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(name);
    }

    private static Profile profile() {
        return DraftProfiles.all().stream()
                .filter(draft -> draft.bcp47().equals("dgr"))
                .findFirst()
                .orElseThrow();
    }
}
