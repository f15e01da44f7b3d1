package org.entente.names.barrier.probe;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;

/** B51 to B53 and B55: a name that is taken back, the documents that bear another form of it, and the words of a refusal. */
final class Life {
    static final Map<String, Function<Trials, Finding>> CHECKS = new TreeMap<>();

    /** A town's imposed name, and the one that it took back. */
    private static final String FORMER = "Frobisher Bay";

    private static final String RECLAIMED = "Kangirsuk";
    private static final Set<Output.Kind> OPEN =
            EnumSet.complementOf(EnumSet.of(Output.Kind.HISTORY, Output.Kind.DIGEST));
    private static final Pattern BLAME = Pattern.compile(
            "(?iu)\\b(invalid|illegal|incorrect|erroneous|wrong|forbidden|bad)\\b|\\bnot (a )?valid\\b|invalide|incorrecte?|"
                    + "erron[ée]|interdite?s?\\b|non valide|pas valide");

    static {
        CHECKS.put("B51", trials -> renamed(trials, EnumSet.of(Output.Kind.HISTORY)));
        CHECKS.put("B52", trials -> renamed(trials, OPEN));
        CHECKS.put("B53", Life::forms);
        CHECKS.put("B55", Life::words);
    }

    private Life() {}

    /** After a change the former name stands in its bearer's history, and nowhere else. */
    private static Finding renamed(Trials trials, Set<Output.Kind> kinds) {
        if (!trials.can(Ability.RENAME)) {
            return Trials.notHere("no-rename");
        }
        if (trials.door().kinds().stream().noneMatch(kinds::contains)) {
            return trials.nothingSeen(kinds);
        }
        if (!(trials.door().register(Entry.of(FORMER)) instanceof Reply.Accepted(String reference))
                || !(trials.door().rename(reference, RECLAIMED) instanceof Reply.Accepted(String after))) {
            return Trials.notHere("refused-before");
        }
        boolean inHistory = kinds.contains(Output.Kind.HISTORY);
        List<Evidence> wrong = new ArrayList<>();
        List<Output> outputs = trials.of(after, kinds.toArray(Output.Kind[]::new));
        for (Output output : outputs) {
            if (shows(output, FORMER) != inHistory) {
                wrong.add(new Evidence(
                        output.outlet().name(),
                        FORMER,
                        output.text(),
                        Wording.of(inHistory ? "overwritten" : "former-shown")));
            }
        }
        if (inHistory && outputs.isEmpty()) {
            wrong.add(new Evidence("", FORMER, "", Wording.of("overwritten")));
        }
        return Trials.foundOr(wrong, Wording.of("tested.renamed", outputs.size()));
    }

    /** In whatever case: capitals hide no name from those who read it. */
    private static boolean shows(Output output, String name) {
        return Damage.folded(output.text()).contains(Damage.folded(name));
    }

    /** A licence bears a form of the name that was recorded: whoever presents it is the one on record. */
    private static Finding forms(Trials trials) {
        if (!trials.can(Ability.MATCH) || !trials.can(Ability.FORM)) {
            return Trials.notHere("no-match");
        }
        String name = "nłeʔkepmxcín";
        if (!(trials.door().register(new Entry(name, false, "NLHEKEPMXCIN"))
                instanceof Reply.Accepted(String reference))) {
            return Trials.notHere("refused-before");
        }
        ShownAs shown = ShownAs.of(name, trials.of(reference, Output.Kind.DATA, Output.Kind.SHOWN));
        List<String> matched = trials.door().match("NLHEKEPMXCIN");
        return matched.stream().anyMatch(shown::isIn)
                ? new Finding.NotFound(Wording.of("tested.forms"))
                : new Finding.Found(List.of(new Evidence(
                        "match", "NLHEKEPMXCIN", String.join(" · ", matched), Wording.of("form-unknown", name))));
    }

    /** Refusals that every system has: nothing at all, and a sign that turns the text around. */
    private static Finding words(Trials trials) {
        if (!trials.can(Ability.ANSWERS)) {
            return Trials.notHere("no-words");
        }
        List<Evidence> blaming = new ArrayList<>();
        int refusals = 0;
        for (String refused : List.of("", "Iqaluit\u202E", Probes.AQAM, "Stó:lō", "Sḵwx̱wú7mesh", "ᐊ")) {
            if (trials.register(refused) instanceof Reply.Refused refusal) {
                refusals++;
                if (BLAME.matcher(refusal.words()).find()) {
                    blaming.add(Trials.refused(refused, refusal));
                }
            }
        }
        return refusals == 0
                ? Trials.notHere("no-refusal")
                : Trials.foundOr(blaming, Wording.of("tested.words", refusals));
    }
}
