package org.entente.command;

import com.ibm.icu.text.MessageFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.entente.node.agreements.ProofOutcome;
import org.entente.node.agreements.ProofStep;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.offline.Unsound;
import org.entente.node.agreements.ruling.GoldenCases;
import org.entente.node.kernel.Language;

/** Says a ruling at a terminal. The texts are in {@code command/ruling_*.properties}; those of the ruling are its own. */
final class RulingWording {
    private final Language language;
    private final ResourceBundle texts;

    RulingWording(Language language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle("command/ruling", language.locale());
    }

    /** How the command is used. */
    String help() {
        return texts.getString("help");
    }

    /**
     * The answer, what is owed or can be done, and every step.
     *
     * @param unconfirmed whose keys count as not found; empty when all count as found
     */
    String of(Ruling ruling, Instant at, String unconfirmed) {
        List<String> lines = new ArrayList<>();
        switch (ruling) {
            case Ruling.Permitted permitted -> {
                lines.add(say("permitted", permitted.reason().in(language)));
                lines.add(say(
                        "obligations",
                        permitted.obligations().retention().toDays(),
                        permitted.obligations().statusFreshness().toMinutes()));
                lines.add(say("document", permitted.entente().toString(), permitted.documentHash()));
            }
            case Ruling.Refused refused -> {
                lines.add(say(
                        "refused",
                        refused.step().checked().in(language),
                        refused.reason().in(language)));
                lines.add(say("mend", refused.mend().in(language)));
            }
        }
        lines.add(say("at", at.toString()));
        lines.add(unconfirmed.isEmpty() ? say("confirmed.all") : say("confirmed.without", unconfirmed));
        ruling.path().steps().forEach(step -> lines.add(line(step)));
        return String.join("\n", lines);
    }

    private String line(ProofStep step) {
        String checked = step.checked().in(language);
        return switch (step.outcome()) {
            case ProofOutcome.Passed passed ->
                say("step.passed", checked, passed.found().in(language));
            case ProofOutcome.Failed failed ->
                say("step.failed", checked, failed.found().in(language));
            case ProofOutcome.NotReached() -> say("step.not-reached", checked);
        };
    }

    /** A worked example: that it holds, or what came out instead. */
    String of(GoldenCases.Result result) {
        String title = result.golden().title().in(language);
        return result.holds()
                ? say("golden.holds", result.number(), title)
                : say(
                        "golden.broken",
                        result.number(),
                        title,
                        result.ruling().reason().in(language));
    }

    String golden(int count, boolean all) {
        return say(all ? "golden.all" : "golden.not-all", count);
    }

    String unsound(Unsound unsound) {
        return say("unsound." + unsound.why().code(), unsound.arguments().toArray());
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), language.locale()).format(arguments);
    }
}
