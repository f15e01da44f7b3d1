package org.entente.node.agreements.page;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;

/**
 * One entente as its page shows it.
 *
 * @param entente the document
 * @param inStep whether nothing that the depositary says goes beyond what this node holds
 * @param published whether its signed record is public
 * @param sections the text, in the order of the document
 */
public record EntenteView(
        Entente entente,
        Summary summary,
        boolean inStep,
        boolean published,
        List<Halt> halts,
        List<PartyLine> parties,
        List<Section> sections,
        List<SignatureLine> signatures,
        Timeline timeline,
        Optional<Lifelines> lifelines,
        Recognitions recognitions) {
    /**
     * A party.
     *
     * @param since its entry; empty before the entente is in force
     * @param acceded whether it joined what others had concluded, though it has signed later versions as they did
     * @param confirmed whether it is known here to be whom the entente states; true before it has joined
     * @param contradicted whether the entente states it by other keys than those known here
     * @param until when its notice of withdrawal takes effect
     * @param sunset until when its credentials stay recognised after that, while the entente itself lasts
     */
    public record PartyLine(
            Text name,
            Jurisdiction.Kind kind,
            URI entity,
            boolean depositary,
            Optional<Instant> since,
            boolean acceded,
            boolean confirmed,
            boolean contradicted,
            Optional<Instant> until,
            Optional<Instant> sunset,
            List<Party.Approval> approval) {}

    /**
     * @param page of what has happened, from 1
     * @param confirmedAt until when others have shown that it stands as it is held here
     */
    static EntenteView of(Held held, String us, int page, Instant confirmedAt, Instant now) {
        Map<String, Party> parties = new LinkedHashMap<>();
        newcomers(held.pending().stream()).forEach(party -> parties.put(party.key(), party));
        held.entente().parties().forEach(party -> parties.put(party.key(), party));
        held.chain().parties().forEach(party -> parties.put(party.key(), party));
        return new EntenteView(
                held.entente(),
                Summary.of(held, us, now),
                held.inStep(),
                held.chain().hasEntered(),
                Halt.all(held, parties),
                held.chain().parties().stream().map(party -> line(held, party)).toList(),
                Section.all(held.entente(), parties),
                SignatureLine.all(held),
                Timeline.of(Step.all(held), page),
                Lifelines.of(held, now),
                Recognitions.of(held, confirmedAt, now));
    }

    /** The governments that acts bring in. */
    private static Stream<Party> newcomers(Stream<SignedAct> acts) {
        return acts.map(SignedAct::act)
                .flatMap(act -> act instanceof Act.Accede(Party newcomer) ? Stream.of(newcomer) : Stream.empty());
    }

    private static PartyLine line(Held held, Party party) {
        Optional<Member> member = held.chain().member(party.key());
        boolean acceded = newcomers(
                        held.transitions().stream().flatMap(recorded -> recorded.transition().acts().stream()))
                .anyMatch(newcomer -> newcomer.key().equals(party.key()));
        return new PartyLine(
                party.name(),
                party.kind(),
                party.entity(),
                party.key().equals(held.chain().depositary().key()),
                member.map(Member::since),
                acceded,
                member.isEmpty() || held.confirmed().contains(party.key()),
                held.contradicted().contains(party.key()),
                member.filter(Member::isLeaving).map(Member::until),
                member.filter(Member::isLeaving).flatMap(leaving -> sunset(leaving, held.entente())),
                party.approval());
    }

    private static Optional<Instant> sunset(Member leaving, Entente entente) {
        Instant over = entente.term().until();
        return Optional.of(leaving.sunset().isBefore(over) ? leaving.sunset() : over)
                .filter(leaving.until()::isBefore);
    }

    /** The number of paragraphs that a clause enforces. */
    public long enforced() {
        List<Provision> provisions = new ArrayList<>();
        sections.forEach(section -> section.passages().forEach(passage -> provisions.addAll(passage.provisions())));
        return provisions.stream().filter(Provision::isEnforced).count();
    }

    /** The path of the signed record. */
    public String record() {
        return "/ententes/" + entente.name();
    }
}
