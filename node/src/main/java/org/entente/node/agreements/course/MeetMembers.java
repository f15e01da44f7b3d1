package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.frontier.MirrorSource;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.federation.EntityStatement;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Meets governments that an entente names and nobody here has met: members that joined before they could be confirmed, and on
 * the depositary those that ask to join. Wants their configurations mirrored like everyone's, and goes on as they come.
 */
@Component
class MeetMembers implements MirrorSource {
    private final Holdings holdings;
    private final Ledger ledger;
    private final Ententes ententes;
    private final MeetParties meetParties;
    private final ConfirmMembers confirmMembers;
    private final OrderTransitions orderTransitions;
    private final NodeIdentity node;
    private final TransactionOperations transactions;

    MeetMembers(
            Holdings holdings,
            Ledger ledger,
            Ententes ententes,
            MeetParties meetParties,
            ConfirmMembers confirmMembers,
            OrderTransitions orderTransitions,
            NodeIdentity node,
            TransactionOperations transactions) {
        this.holdings = holdings;
        this.ledger = ledger;
        this.ententes = ententes;
        this.meetParties = meetParties;
        this.confirmMembers = confirmMembers;
        this.orderTransitions = orderTransitions;
        this.node = node;
        this.transactions = transactions;
    }

    @Override
    public Set<URI> wanted() {
        return holdings.all().stream()
                .flatMap(
                        held -> Stream.concat(held.unconfirmed().stream().map(Member::party), newcomers(held).stream()))
                .map(Party::entity)
                .filter(entity -> !entity.equals(node.entityId()))
                .map(entity -> URI.create(entity + EntityStatement.WELL_KNOWN_PATH))
                .limit(MAX_WANTED)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Confirms whom it can, and orders the accessions that waited for it. */
    void meet(Instant now) {
        for (Held held : holdings.all()) {
            newcomers(held).forEach(newcomer -> meetParties.hasKeys(newcomer, now));
            if (isAnyKnownNow(held, now) || isAnyReady(held, now)) {
                transactions.executeWithoutResult(
                        transaction -> goOn(held.entente().name(), now));
            }
        }
    }

    /** Whether it is known of any whether it is whom the entente states, and was not before. */
    private boolean isAnyKnownNow(Held held, Instant now) {
        List<Member> news = held.unconfirmed().stream()
                .filter(member -> switch (pin(held, member, now)) {
                    case ITS_OWN -> true;
                    case CONTRADICTED ->
                        !held.contradicted().contains(member.party().key());
                    case NOTHING -> false;
                })
                .toList();
        return !news.isEmpty();
    }

    private ConfirmMembers.Known pin(Held held, Member member, Instant now) {
        Instant stated = ConfirmMembers.statedAt(held, member);
        return Objects.requireNonNull(transactions.execute(transaction -> confirmMembers.pin(member, stated, now)));
    }

    private boolean isAnyReady(Held held, Instant now) {
        return orderTransitions.isAnythingReady(held, now);
    }

    private void goOn(String name, Instant now) {
        ledger.open();
        ententes.find(name).ifPresent(held -> {
            confirmMembers.confirm(held, now);
            orderTransitions.orderWhatIsReady(name, now);
        });
    }

    /** On the depositary, those that ask to join. */
    private List<Party> newcomers(Held held) {
        return held.isDepositary(node.entityId())
                ? held.accessions().stream()
                        .flatMap(act ->
                                act.act() instanceof Act.Accede(Party newcomer) ? Stream.of(newcomer) : Stream.empty())
                        .toList()
                : List.of();
    }
}
