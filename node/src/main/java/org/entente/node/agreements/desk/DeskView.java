package org.entente.node.agreements.desk;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.decide.Decision;
import org.entente.node.agreements.decide.FirstWord;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.page.Halt;
import org.entente.node.agreements.page.Summary;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;

/**
 * What an officer may do about an entente.
 *
 * @param table what is talked about, when something is
 * @param inForce the hash of the document in force; empty before
 * @param bound whether this government is bound by it today and has not given notice
 * @param leaves when our notice of withdrawal takes effect
 * @param ordering who orders what the parties do; empty before the entry into force
 * @param leaving that an officer has asked to give notice, and it waits for another
 * @param halts what is suspended
 * @param askedHere what an officer of ours has asked for against another party, and another has not confirmed
 * @param joinable what other parties ask for that takes several
 * @param newcomers who asks to join
 * @param contradicted those that the entente states by other keys than those known here
 * @param upkeep how the parties keep up what they promise; empty where they promise nothing, or it does not bind us
 * @param trouble why what was just tried has not been done: the end of a key in the catalogue
 */
public record DeskView(
        Summary summary,
        Optional<TableView> table,
        Optional<String> inForce,
        boolean bound,
        Optional<Instant> leaves,
        Optional<OrderingView> ordering,
        Optional<Word> leaving,
        List<Halt> halts,
        List<AskedHere> askedHere,
        List<Joinable> joinable,
        List<Newcomer> newcomers,
        List<Contradicted> contradicted,
        Optional<UpkeepView> upkeep,
        Optional<String> trouble) {
    /**
     * A government that asks to join.
     *
     * @param instrument the hash of what it asks with
     * @param approvedBy whose approval waits with it
     * @param approvedByUs whether ours is among them
     * @param word that an officer of ours has asked to approve it, and it waits for another
     */
    public record Newcomer(
            String instrument,
            Text name,
            Jurisdiction.Kind kind,
            URI entity,
            Instant at,
            List<Text> approvedBy,
            boolean approvedByUs,
            Optional<Word> word) {}

    /**
     * A party that the entente states by other keys than those known here, each by its thumbprint (RFC 7638).
     *
     * @param known empty where they are not known any more
     */
    public record Contradicted(Text name, List<String> stated, List<String> known) {
        private static Contradicted of(Party party, Optional<Jwks> known) {
            return new Contradicted(
                    party.name(),
                    thumbprints(party.keys()),
                    known.map(Contradicted::thumbprints).orElse(List.of()));
        }

        private static List<String> thumbprints(Jwks keys) {
            return keys.keys().stream().map(PublicJwk::thumbprint).toList();
        }
    }

    /**
     * Who looks.
     *
     * @param us the entity identifier of this node
     * @param words what officers here have asked for and others have not confirmed
     * @param known the keys by which contradicted parties are known here, by entity
     * @param upkeep what this node sees of the others
     */
    record Reader(
            URI us, Actor.Officer officer, List<FirstWord> words, Map<URI, Jwks> known, Optional<UpkeepView> upkeep) {
        Optional<Word> word(Decision decision) {
            return Word.about(decision, words, officer);
        }
    }

    static DeskView of(Held held, Reader reader, Optional<String> trouble, Instant now) {
        URI us = reader.us();
        Actor.Officer officer = reader.officer();
        Optional<Party> ourParty = held.party(us);
        Optional<Member> member = held.chain().owner(us);
        boolean entered = held.chain().hasEntered();
        String ourKey = ourParty.map(Party::key).orElse("");
        boolean bound = entered
                && member.filter(one -> one.isBoundAt(now) && !one.isLeaving()).isPresent();
        return new DeskView(
                Summary.of(held, ourKey, now),
                held.talks()
                        .flatMap(talks -> talks.text().parties().stream()
                                .filter(party -> party.entity().equals(us))
                                .findFirst()
                                .map(party -> TableView.of(held, talks, party, officer, now))),
                entered ? Optional.of(held.chain().entente().hash()) : Optional.empty(),
                bound,
                member.filter(Member::isLeaving).map(Member::until),
                entered ? Optional.of(OrderingView.of(held, us, now)) : Optional.empty(),
                reader.word(Decision.withdraw(held.entente())),
                Halt.all(held, parties(held)),
                entered ? AskedHere.all(held, ourKey, reader, parties(held)) : List.of(),
                Joinable.all(held, ourKey, bound, parties(held)),
                entered ? newcomers(held, ourKey, reader) : List.of(),
                held.chain().parties().stream()
                        .filter(party -> held.contradicted().contains(party.key()))
                        .map(party -> Contradicted.of(
                                party, Optional.ofNullable(reader.known().get(party.entity()))))
                        .toList(),
                reader.upkeep(),
                trouble);
    }

    /** The parties of an entente by key, those that are bound and those that ask to be. */
    static Map<String, Party> parties(Held held) {
        Map<String, Party> parties = new HashMap<>();
        held.accessions().forEach(act -> newcomer(act).ifPresent(party -> parties.put(party.key(), party)));
        held.chain().parties().forEach(party -> parties.put(party.key(), party));
        return parties;
    }

    private static Optional<Party> newcomer(SignedAct act) {
        return act.act() instanceof Act.Accede(Party newcomer) ? Optional.of(newcomer) : Optional.empty();
    }

    private static List<Newcomer> newcomers(Held held, String us, Reader reader) {
        Map<String, Newcomer> newcomers = new HashMap<>();
        for (SignedAct request : held.accessions()) {
            newcomer(request)
                    .filter(party -> !party.key().equals(us))
                    .ifPresent(party -> newcomers.put(party.key(), newcomer(held, request, party, us, reader)));
        }
        return newcomers.values().stream()
                .sorted(java.util.Comparator.comparing(Newcomer::at))
                .toList();
    }

    private static Newcomer newcomer(Held held, SignedAct request, Party party, String us, Reader reader) {
        List<String> approved = held.pending().stream()
                .filter(act -> act.act() instanceof Act.Approve(String hash) && hash.equals(request.hash()))
                .map(SignedAct::party)
                .distinct()
                .sorted()
                .toList();
        Map<String, Party> parties = parties(held);
        return new Newcomer(
                request.hash(),
                party.name(),
                party.kind(),
                party.entity(),
                request.at(),
                approved.stream()
                        .map(key -> Optional.ofNullable(parties.get(key))
                                .map(Party::name)
                                .orElseGet(() -> new Text(key, key)))
                        .toList(),
                approved.contains(us),
                reader.word(Decision.admit(held.entente().name(), request)));
    }
}
