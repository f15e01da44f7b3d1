package org.entente.node.agreements.held;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Heard;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.agreements.negotiation.Negotiation;
import org.entente.protocols.json.Json;

/** Reads one entente from a row of {@link Ententes}. */
final class HeldRow {
    private HeldRow() {}

    /**
     * Reads it, its history going on from what is known; empty when the database does not have that any more.
     *
     * @param read what texts this process knows
     * @param known how each history began when it was last read, by the entente's name
     */
    static Optional<Held> read(
            ResultSet row, OurApproval us, Texts read, Histories histories, Map<String, List<Recorded>> known)
            throws SQLException {
        String name = row.getString("name");
        List<Recorded> before = known.getOrDefault(name, List.of());
        if (!before.isEmpty() && !endsWith(before, row)) {
            return Optional.empty();
        }
        Map<String, Entente> texts = texts(row, read);
        List<Recorded> transitions =
                histories.read(name, before, transitions(row), hash -> Optional.ofNullable(texts.get(hash)));
        return Optional.of(read(row, us, texts, transitions));
    }

    private static boolean endsWith(List<Recorded> before, ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("known_at");
        return at != null && new Histories.Row(row.getString("last_known"), at.toInstant()).isOf(before.getLast());
    }

    private static Held read(ResultSet row, OurApproval us, Map<String, Entente> texts, List<Recorded> transitions)
            throws SQLException {
        EntenteState chain = transitions.isEmpty()
                ? EntenteState.of(text(texts, row.getString("document_hash")))
                : transitions.getLast().after();
        Map<String, Signatures> signatures = signatures(row, texts, transitions, chain);
        Optional<Talks> talks = talks(row, us, chain, texts, signatures);
        Entente shown =
                chain.hasEntered() ? chain.entente() : talks.map(Talks::text).orElse(chain.entente());
        return new Held(
                shown,
                part(row, chain, talks, us.entity()),
                events(row),
                signatures.getOrDefault(shown.hash(), Signatures.none(shown)),
                transitions,
                chain.hasEntered() ? chain : EntenteState.of(shown),
                talks,
                texts,
                waiting(row),
                confirmed(row, chain),
                contradicted(row, chain),
                standings(row));
    }

    private static Entente text(Map<String, Entente> texts, String hash) {
        Entente text = texts.get(hash);
        if (text == null) {
            throw new IllegalStateException("a text of an entente is missing in the database: " + hash);
        }
        return text;
    }

    private static Part part(ResultSet row, EntenteState chain, Optional<Talks> talks, URI node) throws SQLException {
        Part kept = Part.of(row.getString("part"));
        if (kept == Part.ACCEDING || chain.hasEntered()) {
            return kept;
        }
        return talks.flatMap(open -> open.text().parties().stream()
                        .filter(party -> party.entity().equals(node))
                        .findFirst()
                        .map(open::part))
                .orElse(kept);
    }

    private static Map<String, Entente> texts(ResultSet row, Texts read) throws SQLException {
        String[] hashes = strings(row, "texts");
        byte[][] documents = (byte[][]) row.getArray("documents").getArray();
        Map<String, Entente> texts = new LinkedHashMap<>();
        for (int i = 0; i < hashes.length; i++) {
            texts.put(hashes[i], read.read(hashes[i], documents[i]));
        }
        return texts;
    }

    /** The moves were verified when they were taken. A text that all have signed stays on the table, whatever moves come after. */
    private static Optional<Talks> talks(
            ResultSet row,
            OurApproval us,
            EntenteState chain,
            Map<String, Entente> texts,
            Map<String, Signatures> signatures)
            throws SQLException {
        Negotiation negotiation = Held.nextTalks(chain);
        for (String jws : strings(row, "moves")) {
            Move move = Move.parse(jws);
            if (move.version() == negotiation.version()) {
                boolean proposes = move.step() instanceof Move.Step.Propose;
                negotiation = negotiation.with(
                        move, proposes ? Optional.of(text(texts, move.step().document())) : Optional.empty());
            }
        }
        Optional<Entente> signed = negotiation.texts().values().stream()
                .filter(one ->
                        Objects.requireNonNull(signatures.get(one.hash())).areComplete())
                .min(Comparator.comparing(Entente::hash));
        Optional<Entente> onTable = signed.or(negotiation::onTable);
        if (onTable.isEmpty()) {
            return Optional.empty();
        }
        Entente text = onTable.get();
        Talks.Path path = Talks.Path.of(
                us, chain, negotiation, text, paths(row, chain.entente().hash()));
        return Optional.of(new Talks(
                negotiation,
                text,
                Objects.requireNonNull(signatures.get(text.hash())),
                path,
                approvals(row, text.hash(), path.hash())));
    }

    private static Set<String> paths(ResultSet row, String document) throws SQLException {
        return Arrays.stream(strings(row, "approvals"))
                .map(line -> line.split(" ", 4))
                .filter(words -> words[0].equals(document))
                .map(words -> words[1])
                .collect(Collectors.toSet());
    }

    private static List<Talks.Approval> approvals(ResultSet row, String document, String path) throws SQLException {
        String[] approvals = strings(row, "approvals");
        Instant[] approved = instants(row, "approved");
        List<Talks.Approval> all = new ArrayList<>();
        for (int i = 0; i < approvals.length; i++) {
            String[] words = approvals[i].split(" ", 4);
            if (words[0].equals(document) && words[1].equals(path)) {
                all.add(new Talks.Approval(Integer.parseInt(words[2]), words[3], approved[i]));
            }
        }
        return all;
    }

    private static Map<String, Signatures> signatures(
            ResultSet row, Map<String, Entente> texts, List<Recorded> transitions, EntenteState chain)
            throws SQLException {
        Map<String, Signatures> all = new LinkedHashMap<>();
        texts.forEach((hash, text) -> all.put(hash, Signatures.none(text, Signatories.of(text, transitions, chain))));
        for (String line : strings(row, "signatures")) {
            String[] words = line.split(" ", 2);
            all.computeIfPresent(
                    words[0], (hash, known) -> known.with(Json.object(words[1])).orElse(known));
        }
        return all;
    }

    private static List<Histories.Row> transitions(ResultSet row) throws SQLException {
        String[] transitions = strings(row, "transitions");
        Instant[] recorded = instants(row, "recorded");
        return IntStream.range(0, transitions.length)
                .mapToObj(i -> new Histories.Row(transitions[i], recorded[i]))
                .toList();
    }

    private static List<Heard> waiting(ResultSet row) throws SQLException {
        String[] acts = strings(row, "pending");
        Instant[] heard = instants(row, "heard");
        return IntStream.range(0, acts.length)
                .mapToObj(i -> new Heard(SignedAct.parse(acts[i]), heard[i]))
                .toList();
    }

    private static List<Events.Event> events(ResultSet row) throws SQLException {
        String[] events = strings(row, "events");
        Instant[] happened = instants(row, "happened");
        List<Events.Event> all = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            String[] words = events[i].split(" ", 4);
            all.add(new Events.Event(
                    Events.What.valueOf(words[0].toUpperCase(Locale.ROOT)),
                    words[1],
                    Integer.parseInt(words[2]),
                    words[3],
                    happened[i]));
        }
        return all;
    }

    /** A confirmation counts as long as the same instrument states the party, by keys that nothing contradicts. */
    private static Set<String> confirmed(ResultSet row, EntenteState chain) throws SQLException {
        Set<String> confirmations = Set.of(strings(row, "confirmations"));
        Set<String> contradicted = contradicted(row, chain);
        return chain.members().values().stream()
                .filter(member -> confirmations.contains(member.party().key() + " " + member.instrument()))
                .map(member -> member.party().key())
                .filter(key -> !contradicted.contains(key))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> contradicted(ResultSet row, EntenteState chain) throws SQLException {
        Set<String> contradictions = Set.of(strings(row, "contradictions"));
        return chain.members().values().stream()
                .map(Member::party)
                .filter(party -> contradictions.contains(party.key() + " " + Contradictions.keys(party)))
                .map(Party::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Standing> standings(ResultSet row) throws SQLException {
        String[] standings = strings(row, "standings");
        Instant[] said = instants(row, "said");
        Map<String, Standing> all = new LinkedHashMap<>();
        for (int i = 0; i < standings.length; i++) {
            String[] words = standings[i].split(" ", 4);
            all.put(
                    words[0],
                    new Standing(Integer.parseInt(words[1]), words[3], said[i], Boolean.parseBoolean(words[2])));
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
