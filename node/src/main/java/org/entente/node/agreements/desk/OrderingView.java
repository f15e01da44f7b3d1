package org.entente.node.agreements.desk;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.kernel.Text;

/**
 * Who orders the parties' acts, and who could instead.
 *
 * @param needed how many parties must want the same one
 * @param others who may be entrusted; nobody while this government is not bound
 */
public record OrderingView(Text depositary, int needed, List<Candidate> others) {
    /**
     * A party that may take the depositary's place.
     *
     * @param wantedBy who has entrusted it already
     * @param open whether we may still entrust it: while a party's word for somebody counts, it has no other
     */
    public record Candidate(String key, Text name, List<Text> wantedBy, boolean open) {}

    static OrderingView of(Held held, URI us, Instant now) {
        List<Member> bound = held.chain().boundAt(now);
        Party depositary = held.chain().depositary();
        boolean may = bound.stream().anyMatch(member -> member.party().entity().equals(us) && !member.isLeaving());
        boolean open = held.pending().stream()
                .filter(act -> act.act() instanceof Act.Entrust)
                .noneMatch(act -> held.party(us)
                        .filter(party -> party.key().equals(act.party()))
                        .isPresent());
        List<Candidate> candidates = bound.stream()
                .filter(member -> may && !member.isLeaving())
                .map(Member::party)
                .filter(party -> !party.key().equals(depositary.key()))
                .map(party -> candidate(held, party, open))
                .toList();
        return new OrderingView(depositary.name(), bound.size() / 2 + 1, candidates);
    }

    private static Candidate candidate(Held held, Party party, boolean open) {
        List<Text> wanting = held.pending().stream()
                .filter(act -> act.entrusts(party.key()))
                .map(SignedAct::party)
                .distinct()
                .flatMap(key -> held.chain().member(key).stream())
                .map(member -> member.party().name())
                .toList();
        return new Candidate(party.key(), party.name(), wanting, open);
    }
}
