package org.entente.names.barrier.probe;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;

/** B41 and B43 to B50: what becomes of a name where it is shown, printed, and handed on to another system. */
final class HandingOn {
    static final Map<String, Function<Trials, Finding>> CHECKS = new TreeMap<>();

    private static final Set<Output.Kind> PLAIN =
            EnumSet.of(Output.Kind.DATA, Output.Kind.SHOWN, Output.Kind.FILE, Output.Kind.MDL);

    static {
        CHECKS.put(
                "B41",
                trials -> trials.keeps(
                        EnumSet.of(Damage.FORCED_CASE, Damage.RECASED),
                        EnumSet.of(Output.Kind.SHOWN),
                        Probes.TLICHO,
                        Probes.NUNATUKAVUT));
        CHECKS.put("B43", HandingOn::machineReadable);
        CHECKS.put("B44", HandingOn::channels);
        CHECKS.put(
                "B45", trials -> trials.keeps(EnumSet.allOf(Damage.class), EnumSet.of(Output.Kind.MDL), Probes.TLICHO));
        CHECKS.put(
                "B46",
                trials -> trials.keeps(
                        EnumSet.allOf(Damage.class), EnumSet.of(Output.Kind.FILE), Probes.TLICHO, Probes.IQALUIT));
        CHECKS.put("B47", HandingOn::message);
        CHECKS.put(
                "B48",
                trials -> trials.keeps(EnumSet.of(Damage.ESCAPED), PLAIN, Probes.HULQ, Probes.NISGAA, Probes.AQAM));
        CHECKS.put("B49", HandingOn::digest);
        CHECKS.put("B50", HandingOn::login);
    }

    private HandingOn() {}

    /** Nothing left, or no more than what was A to Z already. */
    private static Finding machineReadable(Trials trials) {
        List<Evidence> dropped = new ArrayList<>();
        int seen = 0;
        for (String probe : List.of(Probes.MUSQUEAM, Probes.IQALUIT)) {
            String leftOver = plain(probe);
            for (Output output : trials.outputs(probe, Output.Kind.MRZ)) {
                seen++;
                if (plain(output.text()).length() <= leftOver.length()) {
                    dropped.add(new Evidence(output.outlet().name(), probe, output.text(), Wording.of("dropped")));
                }
            }
        }
        return seen == 0
                ? trials.nothingSeen(EnumSet.of(Output.Kind.MRZ))
                : Trials.foundOr(dropped, Wording.of("tested.machine-readable", seen));
    }

    private static String plain(String text) {
        return UCharacter.toUpperCase(ULocale.ROOT, Normalizer2.getNFDInstance().normalize(text))
                .replaceAll("[^A-Z]", "");
    }

    /** The same record, two outputs for the same channel: one form. */
    private static Finding channels(Trials trials) {
        Map<String, Output> first = new HashMap<>();
        int compared = 0;
        List<Evidence> different = new ArrayList<>();
        List<Output> outputs = trials.outputs(Probes.AQAM, Output.Kind.CHANNEL);
        for (Output output : outputs) {
            Output other = first.putIfAbsent(output.outlet().channel(), output);
            compared += other == null ? 0 : 1;
            if (other != null && !other.text().equals(output.text())) {
                different.add(new Evidence(
                        other.outlet().name() + " / " + output.outlet().name(),
                        Probes.AQAM,
                        other.text() + " / " + output.text(),
                        Wording.of("different-forms", output.outlet().channel())));
            }
        }
        if (outputs.isEmpty()) {
            return trials.nothingSeen(EnumSet.of(Output.Kind.CHANNEL));
        }
        return compared == 0
                ? Trials.notHere("one-of-a-channel")
                : Trials.foundOr(different, Wording.of("tested.channels", outputs.size()));
    }

    private static Finding message(Trials trials) {
        List<Output> messages = trials.outputs(Probes.TLICHO, Output.Kind.HL7);
        ShownAs name = trials.shownAs(Probes.TLICHO);
        List<Evidence> undeclared = new ArrayList<>();
        for (Output message : messages) {
            if (!message.text().contains("UNICODE UTF-8")) {
                undeclared.add(new Evidence(message.outlet().name(), Probes.TLICHO, "", Wording.of("undeclared")));
            } else if (!name.isIn(message.text())) {
                undeclared.add(new Evidence(
                        message.outlet().name(), Probes.TLICHO, message.text(), Wording.of("damage.OTHER")));
            }
        }
        return messages.isEmpty()
                ? trials.nothingSeen(EnumSet.of(Output.Kind.HL7))
                : Trials.foundOr(undeclared, Wording.of("tested.message"));
    }

    /** The same name, composed and decomposed: what is handed on is composed, and a digest of both is one. */
    private static Finding digest(Trials trials) {
        if (!trials.can(Ability.BOUNDARY)) {
            return Trials.notHere("no-boundary");
        }
        String composed = "Behchokǫ̀";
        String decomposed = Normalizer2.getNFDInstance().normalize(composed);
        List<Evidence> apart = new ArrayList<>();
        List<Output> ofDecomposed = trials.outputs(decomposed, Output.Kind.DIGEST);
        List<Output> ofComposed = trials.outputs(composed, Output.Kind.DIGEST);
        for (int i = 0; i < Math.min(ofComposed.size(), ofDecomposed.size()); i++) {
            if (!ofComposed.get(i).text().equals(ofDecomposed.get(i).text())) {
                apart.add(new Evidence(ofComposed.get(i).outlet().name(), decomposed, "", Wording.of("two-digests")));
            }
        }
        List<Output> data = trials.outputs(decomposed, Output.Kind.DATA, Output.Kind.MDL);
        for (Output output : data) {
            if (Damage.of(decomposed, output.text()).contains(Damage.NOT_COMPOSED)) {
                apart.add(new Evidence(
                        output.outlet().name(), decomposed, output.text(), Wording.of("damage.NOT_COMPOSED")));
            }
        }
        return data.isEmpty() && ofDecomposed.isEmpty()
                ? trials.nothingSeen(EnumSet.of(Output.Kind.DATA, Output.Kind.DIGEST))
                : Trials.foundOr(apart, Wording.of("tested.digest", data.size() + ofComposed.size()));
    }

    private static Finding login(Trials trials) {
        List<Output> logins = trials.outputs(Probes.SIKSIKA, Output.Kind.LOGIN);
        List<Evidence> derived = new ArrayList<>();
        for (Output login : logins) {
            if (UCharacter.toLowerCase(ULocale.ROOT, login.text()).contains("siksik")) {
                derived.add(new Evidence(login.outlet().name(), Probes.SIKSIKA, login.text(), Wording.of("derived")));
            }
        }
        return logins.isEmpty()
                ? trials.nothingSeen(EnumSet.of(Output.Kind.LOGIN))
                : Trials.foundOr(derived, Wording.of("tested.login"));
    }
}
