package org.entente.node.agreements.offline;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Heard;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What parties publish of their ententes: records and their pages of transitions, in any order. A document without
 * signatures may be among them, whose worked examples can be run and under which nothing is permitted.
 */
public final class PublishedFiles {
    private final Map<URI, PublicRecord> records = new LinkedHashMap<>();
    private final Map<URI, Map<Integer, Transition>> transitions = new LinkedHashMap<>();
    private final List<Entente> documents = new ArrayList<>();

    private PublishedFiles() {}

    /** Reads files; verifies nothing yet. */
    public static PublishedFiles read(List<byte[]> files) throws Unsound {
        PublishedFiles read = new PublishedFiles();
        for (byte[] file : files) {
            try {
                read.add(file);
            } catch (ProtocolError e) {
                throw new Unsound(Unsound.Why.MALFORMED, e.publicText(), e.code());
            }
        }
        return read;
    }

    private void add(byte[] file) {
        ObjectNode json = Json.object(file);
        if (json.has("transitions")) {
            PublicRecord.parsePage(file)
                    .forEach(transition -> transitions
                            .computeIfAbsent(transition.entente(), entente -> new TreeMap<>())
                            .put(transition.number(), transition));
        } else if (json.has("payload")) {
            PublicRecord record = PublicRecord.parse(file);
            records.put(record.entente().id(), record);
            documents.add(record.entente());
        } else {
            documents.add(Entente.parse(json));
        }
    }

    /** The texts, signed or not. */
    public List<Entente> documents() {
        return List.copyOf(documents);
    }

    /**
     * The ententes as they stood at a moment, every transition verified: what the depositary ordered later is left out,
     * except that a party's own suspension counts from when it can have been heard of, see {@link Heard#countsFrom}, so
     * that a ruling of the past comes out as it did.
     *
     * @param confirmedAt until when it was heard that the ententes stand so: when the files were read
     * @param unconfirmed the keys of parties of which somebody has not found that they publish the keys that an entente pins;
     *     files alone do not tell
     */
    public List<HeldEntente> at(Instant instant, Instant confirmedAt, Set<String> unconfirmed) throws Unsound {
        if (records.isEmpty() && transitions.isEmpty()) {
            throw new Unsound(Unsound.Why.NO_RECORD);
        }
        for (URI entente : transitions.keySet()) {
            if (!records.containsKey(entente)) {
                throw new Unsound(Unsound.Why.RECORD_MISSING, entente.toString());
            }
        }
        List<HeldEntente> held = new ArrayList<>();
        for (PublicRecord record : records.values()) {
            held.add(new HeldEntente(state(record, instant), !record.astray(), unconfirmed, confirmedAt));
        }
        return held;
    }

    /**
     * The federation keys of everybody who has been a party by a moment, also of who acceded, and also those that it gave up:
     * by entity identifier, every transition verified.
     */
    public Map<URI, List<PublicJwk>> keysAt(Instant instant) throws Unsound {
        Map<URI, List<PublicJwk>> keys = new LinkedHashMap<>();
        for (HeldEntente held : at(instant, instant, Set.of())) {
            for (Member member : held.state().members().values()) {
                List<PublicJwk> all = keys.computeIfAbsent(member.party().entity(), entity -> new ArrayList<>());
                all.addAll(member.party().keys().keys());
                all.addAll(member.earlier());
            }
        }
        return keys;
    }

    private EntenteState state(PublicRecord record, Instant instant) throws Unsound {
        String id = record.entente().id().toString();
        List<Transition> all = complete(record, id);
        Predicate<Transition> isLater = transition -> transition.at().isAfter(instant);
        return switch (record.replay(all.stream().filter(isLater.negate()).toList(), instant)) {
            case Verdict.Applied(EntenteState state) ->
                state.overlaidAt(instant, all.stream().filter(isLater).toList(), List.of());
            case Verdict.Rejected(var reason) -> throw new Unsound(Unsound.Why.TRANSITION_REFUSED, id, reason.code());
        };
    }

    private List<Transition> complete(PublicRecord record, String id) throws Unsound {
        Map<Integer, Transition> known =
                transitions.getOrDefault(record.entente().id(), Map.of());
        List<Transition> all = new ArrayList<>();
        for (int number = 1; number <= record.last().number(); number++) {
            Transition transition = known.get(number);
            if (transition == null) {
                throw new Unsound(Unsound.Why.PAGE_MISSING, id, PublicRecord.pageOf(number));
            }
            all.add(transition);
        }
        if (!all.getLast().hash().equals(record.last().hash())) {
            throw new Unsound(Unsound.Why.OTHER_HISTORY, id);
        }
        return all;
    }
}
