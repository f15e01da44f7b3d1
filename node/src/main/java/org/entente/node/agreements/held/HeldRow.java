package org.entente.node.agreements.held;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.protocols.json.Json;

/** Reads one entente from a row of {@link Ententes}. */
final class HeldRow {
    private HeldRow() {}

    static Held read(ResultSet row) throws SQLException {
        Entente entente = Entente.parse(Json.object(row.getBytes("document")));
        List<Recorded> transitions = transitions(row);
        EntenteState chain = EntenteState.of(entente);
        for (Recorded recorded : transitions) {
            chain = after(chain, recorded);
        }
        return new Held(
                entente,
                Part.of(row.getString("part")),
                events(row),
                signatures(row, entente),
                transitions,
                chain,
                Stream.of(strings(row, "pending")).map(SignedAct::parse).toList(),
                confirmed(row, chain),
                standings(row));
    }

    /** Every transition was verified when it was taken, and is again whenever the state is read. */
    private static EntenteState after(EntenteState state, Recorded recorded) {
        Transition transition = recorded.transition();
        return switch (state.apply(transition, recorded.at())) {
            case Verdict.Applied(EntenteState next) -> next;
            case Verdict.Rejected(var reason) ->
                throw new IllegalStateException("transition " + transition.number() + " of "
                        + state.entente().name() + " was changed in the database: " + reason.code());
        };
    }

    private static Signatures signatures(ResultSet row, Entente entente) throws SQLException {
        Signatures signatures = Signatures.none(entente);
        for (String signature : strings(row, "signatures")) {
            signatures = signatures.with(Json.object(signature)).orElse(signatures);
        }
        return signatures;
    }

    private static List<Recorded> transitions(ResultSet row) throws SQLException {
        String[] transitions = strings(row, "transitions");
        Instant[] recorded = instants(row, "recorded");
        List<Recorded> all = new ArrayList<>();
        for (int i = 0; i < transitions.length; i++) {
            all.add(new Recorded(Transition.parse(transitions[i]), recorded[i]));
        }
        return all;
    }

    private static List<Events.Event> events(ResultSet row) throws SQLException {
        String[] events = strings(row, "events");
        Instant[] happened = instants(row, "happened");
        List<Events.Event> all = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            String[] words = events[i].split(" ", 2);
            all.add(new Events.Event(Events.What.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1], happened[i]));
        }
        return all;
    }

    /** A confirmation counts as long as the same instrument states the party. */
    private static Set<String> confirmed(ResultSet row, EntenteState chain) throws SQLException {
        Set<String> confirmations = Set.of(strings(row, "confirmations"));
        return chain.members().values().stream()
                .filter(member -> confirmations.contains(member.party().key() + " " + member.instrument()))
                .map(member -> member.party().key())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Standing> standings(ResultSet row) throws SQLException {
        String[] standings = strings(row, "standings");
        Instant[] said = instants(row, "said");
        Map<String, Standing> all = new LinkedHashMap<>();
        for (int i = 0; i < standings.length; i++) {
            String[] words = standings[i].split(" ", 3);
            all.put(words[0], new Standing(Integer.parseInt(words[1]), words[2], said[i]));
        }
        return all;
    }

    private static String[] strings(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }

    private static Instant[] instants(ResultSet row, String column) throws SQLException {
        Timestamp[] times = (Timestamp[]) row.getArray(column).getArray();
        return Stream.of(times).map(Timestamp::toInstant).toArray(Instant[]::new);
    }
}
