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

/** B01 to B16: whether a name can be written into the system at all. */
final class Writing {
    static final Map<String, Function<Trials, Finding>> CHECKS = new TreeMap<>();

    private static final Set<Output.Kind> STORED = EnumSet.of(Output.Kind.DATA);
    private static final Pattern FILLER = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}])(X{3,}|FNU|LNU|NFN|NLN|UNKNOWN|INCONNUE?|NULL|UNDEFINED|N/A|NONE|SANS)(?![\\p{L}\\p{N}])"
                    + "|(^|\\s)[.\\-–_]+(\\s|$)");

    static {
        CHECKS.put("B01", trials -> trials.accepts(Probes.SIKSIKA));
        CHECKS.put("B02", trials -> trials.accepts("Łútsël Kʼé"));
        CHECKS.put("B03", trials -> trials.accepts("W̱SÁNEĆ", Probes.AQAM));
        CHECKS.put("B04", trials -> trials.accepts("a·", "¢", "₭", "k°"));
        CHECKS.put("B05", trials -> trials.accepts("Sḵwx̱wú7mesh", "W8banaki"));
        CHECKS.put("B06", Writing::punctuation);
        CHECKS.put("B07", trials -> trials.keeps(EnumSet.of(Damage.GLOTTAL), STORED, Probes.AQAM));
        CHECKS.put("B08", Writing::smallInitial);
        CHECKS.put("B09", Writing::oneName);
        CHECKS.put("B10", Writing::filler);
        CHECKS.put("B11", trials -> trials.accepts("ᐊ", "Y"));
        CHECKS.put("B12", Writing::length);
        CHECKS.put("B13", trials -> trials.accepts("səlilwətaɬ", Probes.MUSQUEAM));
        CHECKS.put("B15", Writing::leftAlone);
        CHECKS.put("B16", Writing::filtered);
    }

    private Writing() {}

    private static Finding punctuation(Trials trials) {
        Finding accepted = trials.accepts("Stó:lō", "ȽÁU,WELṈEW̱");
        List<Evidence> split = new ArrayList<>();
        for (String probe : List.of("Stó:lō", "ȽÁU,WELṈEW̱")) {
            String sign = probe.contains(":") ? ":" : ",";
            for (Output output : trials.outputs(probe, Output.Kind.DATA)) {
                if (!output.text().contains(sign)) {
                    split.add(
                            new Evidence(output.outlet().name(), probe, output.text(), Wording.of("sign-gone", sign)));
                }
            }
        }
        return split.isEmpty() ? accepted : accepted.and(new Finding.Found(split));
    }

    private static Finding smallInitial(Trials trials) {
        String small = "iqaluit";
        Finding accepted = trials.accepts(small);
        List<Evidence> changed = new ArrayList<>();
        for (Output output : trials.outputs(small, Output.Kind.DATA)) {
            if (output.text().startsWith("Iq")) {
                changed.add(new Evidence(output.outlet().name(), small, output.text(), Wording.of("damage.RECASED")));
            }
        }
        return changed.isEmpty() ? accepted : new Finding.Found(changed);
    }

    private static Finding oneName(Trials trials) {
        if (!trials.can(Ability.PARTS)) {
            return Trials.notHere("no-parts");
        }
        Reply reply = trials.door().register(Entry.alone("Snuneymuxw"));
        return switch (reply) {
            case Reply.Accepted accepted -> new Finding.NotFound(Wording.of("tested.one-name"));
            case Reply.Refused refusal -> new Finding.Found(List.of(Trials.refused("Snuneymuxw", refusal)));
        };
    }

    private static Finding filler(Trials trials) {
        String name = "Shuniah";
        if (!(trials.door().register(Entry.alone(name)) instanceof Reply.Accepted(String reference))) {
            return Trials.notHere("refused-before");
        }
        List<Evidence> fillers = new ArrayList<>();
        List<Output> outputs = trials.of(reference, Output.Kind.values());
        for (Output output : outputs) {
            if (output.outlet().kind() != Output.Kind.DIGEST
                    && FILLER.matcher(output.text()).find()) {
                fillers.add(new Evidence(output.outlet().name(), name, output.text(), Wording.of("filler")));
            }
        }
        return outputs.isEmpty()
                ? trials.nothingSeen(EnumSet.allOf(Output.Kind.class))
                : Trials.foundOr(fillers, Wording.of("tested.kept", name, outputs.size()));
    }

    private static Finding length(Trials trials) {
        String[] probes = {"hən̓q̓əmin̓əm̓", "Pekwachnamaykoskwaskwaypinwanik", Probes.LONG};
        Finding kept = trials.keeps(EnumSet.of(Damage.CUT, Damage.CUT_IN_SIGN), STORED, probes);
        return trials.accepts(probes).and(kept);
    }

    /** What a program puts right by itself: straight apostrophes bent, a small initial made a capital. */
    private static Finding leftAlone(Trials trials) {
        List<Evidence> bent = new ArrayList<>();
        List<Output> outputs = trials.outputs(Probes.HULQ, Output.Kind.DATA);
        for (Output output : outputs) {
            if (output.text().indexOf('\u2019') >= 0 || output.text().indexOf('\u2018') >= 0) {
                bent.add(new Evidence(
                        output.outlet().name(), Probes.HULQ, output.text(), Wording.of("damage.APOSTROPHE")));
            }
        }
        return outputs.isEmpty()
                ? trials.nothingSeen(STORED)
                : Trials.foundOr(bent, Wording.of("tested.kept", Probes.HULQ, outputs.size()));
    }

    private static Finding filtered(Trials trials) {
        if (!trials.can(Ability.ANSWERS)) {
            return Trials.notHere("no-status");
        }
        List<Evidence> blocked = new ArrayList<>();
        for (String probe : List.of("Sm'algya̱x", Probes.HULQ, "Stó:lō")) {
            if (trials.register(probe) instanceof Reply.Refused refusal && isBlocked(refusal.status())) {
                blocked.add(Trials.refused(probe, refusal));
            }
        }
        return Trials.foundOr(blocked, Wording.of("tested.not-blocked"));
    }

    private static boolean isBlocked(int status) {
        return status == 403 || status == 406 || status == 418 || status >= 500;
    }
}
