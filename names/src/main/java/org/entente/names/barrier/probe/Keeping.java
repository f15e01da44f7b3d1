package org.entente.names.barrier.probe;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;

/** B17 to B26: whether a name that was accepted is kept as it was written. */
final class Keeping {
    static final Map<String, Function<Trials, Finding>> CHECKS = new TreeMap<>();

    private static final Set<Output.Kind> STORED = EnumSet.of(Output.Kind.DATA);
    private static final String INVISIBLE = "\u200B";
    private static final List<String> APOSTROPHES = List.of(Probes.HULQ, Probes.GWICHIN, Probes.NISGAA);

    static {
        CHECKS.put(
                "B17",
                trials -> trials.keeps(
                        EnumSet.of(Damage.REPLACED, Damage.MISREAD, Damage.FOLDED, Damage.EMPTY),
                        STORED,
                        Probes.TLICHO));
        CHECKS.put("B18", Keeping::beyondTheFirstPlane);
        CHECKS.put(
                "B19",
                trials ->
                        trials.finds(Probes.TLICHO, Normalizer2.getNFDInstance().normalize(Probes.TLICHO)));
        CHECKS.put("B20", trials -> trials.keeps(EnumSet.of(Damage.COMPATIBILITY), STORED, Probes.KWIKWETLEM, "atikᵘ"));
        CHECKS.put(
                "B21",
                trials -> trials.keeps(EnumSet.of(Damage.APOSTROPHE), STORED, APOSTROPHES.toArray(String[]::new)));
        CHECKS.put(
                "B22",
                trials -> trials.keeps(EnumSet.of(Damage.CUT_IN_SIGN), STORED, Probes.RUNS.toArray(String[]::new)));
        CHECKS.put("B23", Keeping::invisible);
        CHECKS.put(
                "B24",
                trials -> trials.keeps(EnumSet.of(Damage.FORCED_CASE), STORED, Probes.TLICHO, Probes.NUNATUKAVUT));
        CHECKS.put("B25", trials -> trials.finds(Probes.KWIKWETLEM, "kʷikʷə\uA7DC̓əm"));
        CHECKS.put(
                "B26",
                trials ->
                        trials.keeps(EnumSet.of(Damage.RECASED), STORED, "SENĆOŦEN", Probes.NUNATUKAVUT, Probes.AQAM));
    }

    private Keeping() {}

    /** Typed with a sign that nobody sees, and written with one: either way it is the same name. */
    private static Finding invisible(Trials trials) {
        return trials.finds(Probes.SIKSIKA, Probes.SIKSIKA + INVISIBLE).and(written(trials));
    }

    private static Finding written(Trials trials) {
        String clean = "Skwah";
        if (!trials.can(Ability.BOUNDARY)) {
            return Trials.notHere("no-boundary");
        }
        if (trials.register(clean + INVISIBLE) instanceof Reply.Refused) {
            return Trials.notHere("refused-before");
        }
        List<Evidence> kept = new ArrayList<>();
        List<Output> outputs = trials.outputs(clean + INVISIBLE, Output.Kind.DATA);
        for (Output output : outputs) {
            if (output.text().contains(INVISIBLE)) {
                kept.add(new Evidence(
                        output.outlet().name(), clean + INVISIBLE, output.text(), Wording.of("invisible-kept")));
            }
        }
        return outputs.isEmpty() ? trials.nothingSeen(STORED) : Trials.foundOr(kept, Wording.of("tested.invisible"));
    }

    private static Finding beyondTheFirstPlane(Trials trials) {
        String nattilik = "𑪶𑪳";
        Finding accepted = trials.accepts(nattilik);
        return accepted.and(trials.keeps(EnumSet.allOf(Damage.class), STORED, nattilik));
    }
}
