package org.entente.node.agreements.held;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Heard;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Suspension;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.negotiation.Negotiation;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.kernel.Actor;

/**
 * Everything that this node holds of one entente.
 *
 * @param entente the document in force; before, the text on the table
 * @param part how far this government itself has come
 * @param events what happened before its versions came into force, in order
 * @param signatures those over that document that have arrived
 * @param transitions those that were taken, in order
 * @param chain the state after them
 * @param talks about the first version, or about the next one; empty when there are none
 * @param texts by hash
 * @param waiting the acts that the depositary has not ordered, and when this node heard of each
 * @param confirmed the keys of the members of which this node knows that they are whom the entente states
 * @param contradicted the keys of those that are stated by other keys than those that are known here
 * @param standings where the other parties stand, as far as they have shown it, by the party's key
 */
public record Held(
        Entente entente,
        Part part,
        List<Events.Event> events,
        Signatures signatures,
        List<Recorded> transitions,
        EntenteState chain,
        Optional<Talks> talks,
        Map<String, Entente> texts,
        List<Heard> waiting,
        Set<String> confirmed,
        Set<String> contradicted,
        Map<String, Standing> standings) {
    public Held {
        events = List.copyOf(events);
        transitions = List.copyOf(transitions);
        texts = Map.copyOf(texts);
        waiting = List.copyOf(waiting);
        confirmed = Set.copyOf(confirmed);
        contradicted = Set.copyOf(contradicted);
        standings = Map.copyOf(standings);
    }

    /** The state as it must be taken here and now, with the suspensions that await the depositary. */
    public EntenteState state() {
        return chain.overlaid(waiting);
    }

    /** The acts that the depositary has not ordered, the first that came before the others. */
    public List<SignedAct> pending() {
        return waiting.stream().map(Heard::act).toList();
    }

    /** The party of this entity identifier. */
    public Optional<Party> party(URI entity) {
        return chain.parties().stream()
                .filter(party -> party.entity().equals(entity))
                .findFirst();
    }

    /** The parties of the text that is shown, under the keys by which each signs it, or signed it. */
    public List<Party> signatories() {
        return Signatories.of(entente, transitions, chain);
    }

    /** The parties other than this one. */
    public List<Party> others(URI entity) {
        return chain.parties().stream()
                .filter(party -> !party.entity().equals(entity))
                .toList();
    }

    /** The members of which this node does not know that they are whom the entente states. */
    public List<Member> unconfirmed() {
        return chain.members().values().stream()
                .filter(member -> !confirmed.contains(member.party().key()))
                .toList();
    }

    /**
     * Whether somebody may read it here: everybody, once it came into force; before that only those who act for a party, since
     * what governments talk about is theirs until they have signed.
     */
    public boolean isReadableBy(Actor reader) {
        return chain.hasEntered() || reader instanceof Actor.Officer;
    }

    /**
     * The entente as rulings take it.
     *
     * @param confirmedAt until when others have shown that it stands so
     */
    public HeldEntente forRulings(Instant confirmedAt) {
        return as(state(), confirmedAt);
    }

    /**
     * The entente as it stood at a moment, by the times of the depositary's transitions and of the parties' own acts; as it is
     * where the moment is not over.
     *
     * @param confirmedAt until when others have shown that it stands so
     */
    public HeldEntente forRulingsAt(Instant moment, Instant now, Instant confirmedAt) {
        return moment.isBefore(now) ? as(stateAt(moment), confirmedAt) : forRulings(confirmedAt);
    }

    private EntenteState stateAt(Instant moment) {
        List<Recorded> since = transitions.stream()
                .filter(recorded -> recorded.transition().at().isAfter(moment))
                .toList();
        EntenteState ordered = since.isEmpty()
                ? chain
                : chainAfter(transitions.size() - since.size()).orElseGet(this::unsigned);
        return ordered.overlaidAt(
                moment, since.stream().map(Recorded::transition).toList(), waiting);
    }

    private HeldEntente as(EntenteState state, Instant confirmedAt) {
        return new HeldEntente(
                state,
                inStep(),
                unconfirmed().stream().map(member -> member.party().key()).collect(Collectors.toSet()),
                confirmedAt);
    }

    /** The state after the first of the transitions; empty when there are fewer, or for none. */
    public Optional<EntenteState> chainAfter(int number) {
        return number >= 1 && number <= transitions.size()
                ? Optional.of(transitions.get(number - 1).after())
                : Optional.empty();
    }

    /** The first text, before anything was ordered. */
    private EntenteState unsigned() {
        return EntenteState.of(
                text(transitions.getFirst().transition().document()).orElseThrow());
    }

    /** Whether this node is the depositary. */
    public boolean isDepositary(URI entity) {
        return chain.depositary().entity().equals(entity);
    }

    /** The hash after a number of transitions; empty when we have not come so far. */
    public Optional<String> hashAt(int number) {
        if (number == 0) {
            return Optional.of(entente.hash());
        }
        return transition(number).map(Transition::hash);
    }

    /** The transition of a number; empty when we have not come so far. */
    public Optional<Transition> transition(int number) {
        return number >= 1 && number <= transitions.size()
                ? Optional.of(transitions.get(number - 1).transition())
                : Optional.empty();
    }

    /**
     * Whether the present depositary answers for a transition: it signed it, and not in an earlier tenure of which a majority
     * gave up what we do not hold.
     */
    public boolean isAnsweredFor(Transition transition) {
        boolean ours =
                hashAt(transition.number()).filter(transition.hash()::equals).isPresent();
        return isByDepositary(transition)
                && (ours || !transition.at().isBefore(chain.ordering().since()));
    }

    /** By the keys that the depositary has now, or by those that it had when it ordered what we hold of that number. */
    private boolean isByDepositary(Transition transition) {
        return transition.isBy(chain.depositary())
                || transition.number() <= transitions.size()
                        && chainAfter(Math.max(transition.number() - 1, 1))
                                .map(EntenteState::depositary)
                                .filter(then ->
                                        then.key().equals(chain.depositary().key()))
                                .filter(transition::isBy)
                                .isPresent();
    }

    /** Whether a party of this entity identifier is bound at a moment, or recognised still. */
    public boolean concerns(URI entity, Instant now) {
        return chain.concernedAt(now).stream().anyMatch(party -> party.entity().equals(entity));
    }

    /** Whether what a party says of itself lies on our own history. */
    public boolean agreesWith(Standing standing) {
        return hashAt(standing.number()).map(standing.head()::equals).orElse(false);
    }

    /** Where the depositary stands, as far as it has shown here. */
    public Optional<Standing> depositaryStanding() {
        return Optional.ofNullable(standings.get(chain.depositary().key()));
    }

    /** Whether this node goes with the others. */
    public Pace pace() {
        return Pace.of(this::hashAt, chain.depositary().key(), standings);
    }

    /** Whether nothing that the depositary has signed contradicts what we hold or goes beyond it. */
    public boolean inStep() {
        return pace() == Pace.IN_STEP;
    }

    /** What is talked about now: nothing, if nobody has said anything. */
    public Negotiation negotiation() {
        return talks.map(Talks::negotiation).orElseGet(() -> nextTalks(chain));
    }

    static Negotiation nextTalks(EntenteState chain) {
        return chain.hasEntered()
                ? Negotiation.none(
                        chain.entente().version() + 1, chain.entente().hash())
                : Negotiation.none(1, "");
    }

    /** Those who talk about a text: the parties of the first one, or those between whom the entente is in force and stays. */
    public List<Party> whoTalk(Instant now) {
        return chain.hasEntered()
                ? chain.stayingAt(now)
                : negotiation().opening().map(Entente::parties).orElseGet(entente::parties);
    }

    /** Whom a text names that answers or replaces another and names nobody itself. */
    public List<Party> statedWhereNotSaid(Instant now) {
        return talks.map(Talks::text).map(Entente::parties).orElseGet(() -> whoTalk(now));
    }

    /** The text of this hash. */
    public Optional<Entente> text(String hash) {
        return Optional.ofNullable(texts.get(hash));
    }

    /** The requests to accede that wait. */
    public List<SignedAct> accessions() {
        return pending().stream().filter(act -> act.act() instanceof Act.Accede).toList();
    }

    /** Where the entente stands for a party. */
    public Phase phase(String party, Instant now) {
        return Phase.of(this, party, now);
    }

    /** Whether a party neither issues nor accepts anything under the entente. */
    boolean isWhollySuspended(String party) {
        return state().suspensions().values().stream()
                .map(Suspension::target)
                .anyMatch(target -> target.party().equals(party)
                        && target.direction() == Target.Direction.BOTH
                        && target.issuers().isEmpty()
                        && target.credentialTypes().isEmpty());
    }
}
