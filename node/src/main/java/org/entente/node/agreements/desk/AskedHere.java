package org.entente.node.agreements.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.decide.Decision;
import org.entente.node.agreements.decide.FirstWord;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.page.Halt;
import org.entente.node.agreements.page.Names;
import org.entente.node.kernel.Text;

/**
 * What an officer of ours has asked for against another party, and another has not confirmed.
 *
 * @param what {@code suspend}, {@code lift} or {@code entrust}, or {@code ended} where nothing is left to lift: the end of a key
 *     in the catalogue
 * @param party whose part it is, or who is to order; where nothing is left to lift, who had asked for the suspension
 * @param halt what would be stopped or goes on; empty for a depositary
 */
public record AskedHere(Word word, String what, Text party, Optional<Halt> halt) {
    static List<AskedHere> all(Held held, String us, DeskView.Reader reader, Map<String, Party> parties) {
        return reader.words().stream()
                .filter(word -> word.decision().isAbout(held.entente().name()))
                .flatMap(word -> of(held, us, word, reader, parties).stream())
                .toList();
    }

    private static Optional<AskedHere> of(
            Held held, String us, FirstWord first, DeskView.Reader reader, Map<String, Party> parties) {
        Decision decision = first.decision();
        Word word = Word.of(first, reader.officer());
        return switch (decision.kind()) {
            case SUSPEND -> Optional.of(stopped(word, "suspend", suspension(first, us), parties));
            case LIFT -> Optional.of(lift(held, word, decision, parties));
            case ENTRUST ->
                Optional.of(
                        new AskedHere(word, "entrust", Names.party(parties, decision.successor()), Optional.empty()));
            case JOIN, ADMIT, WITHDRAW -> Optional.empty();
        };
    }

    /** A word about a suspension that has ended meanwhile is shown too: somebody waits for it, and it can be taken back. */
    private static AskedHere lift(Held held, Word word, Decision decision, Map<String, Party> parties) {
        String name = decision.act().members().path("suspension").asString("");
        Suspension suspension = held.state().suspensions().get(name);
        return suspension == null
                ? new AskedHere(word, "ended", Names.party(parties, name.replaceFirst("\\..*", "")), Optional.empty())
                : stopped(word, "lift", suspension, parties);
    }

    private static AskedHere stopped(Word word, String what, Suspension suspension, Map<String, Party> parties) {
        Halt halt = Halt.of(suspension, parties);
        return new AskedHere(word, what, halt.party(), Optional.of(halt));
    }

    private static Suspension suspension(FirstWord first, String us) {
        Act.Suspend act = ActJson.suspension(first.decision().act());
        return new Suspension(first.id().toString(), Set.of(us), act.target(), act.cause(), first.at(), false);
    }
}
