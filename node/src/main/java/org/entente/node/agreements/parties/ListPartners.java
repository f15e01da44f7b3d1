package org.entente.node.agreements.parties;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Role;
import org.entente.node.trust.Introduction;
import org.entente.node.trust.Trust;
import org.springframework.stereotype.Component;

/** Lists the governments that an entente or an officer has made known here. Asks nobody. */
@Component
public class ListPartners {
    private final Trust trust;
    private final Holdings holdings;
    private final NodeIdentity node;

    ListPartners(Trust trust, Holdings holdings, NodeIdentity node) {
        this.trust = trust;
        this.holdings = holdings;
        this.node = node;
    }

    /**
     * Some of them, by entity identifier.
     *
     * @param after only those that come after this one in the alphabet; "" for the first
     */
    public List<Partner> after(String after, int limit, Instant now) {
        return trust.peers().stream()
                .filter(entity -> entity.toString().compareTo(after) > 0 && !entity.equals(node.entityId()))
                .sorted(Comparator.comparing(URI::toString))
                .flatMap(entity -> partner(entity, now))
                .limit(limit)
                .toList();
    }

    /** None for a directory. */
    private Stream<Partner> partner(URI entity, Instant now) {
        Optional<Introduction> presented = trust.peer(entity, now);
        if (presented.filter(one -> one.role() != Role.GOVERNMENT).isPresent()) {
            return Stream.empty();
        }
        return trust.keysOf(entity, now).stream()
                .flatMap(keys -> trust.basisOf(entity, now).stream()
                        .map(basis -> new Partner(
                                entity, basis, keys, presented.map(Introduction::jurisdiction), shared(entity, now))));
    }

    private List<String> shared(URI entity, Instant now) {
        return holdings.all().stream()
                .filter(held -> binds(held, entity, now) && binds(held, node.entityId(), now))
                .map(held -> held.entente().name())
                .sorted()
                .toList();
    }

    private static boolean binds(Held held, URI entity, Instant now) {
        return held.chain().boundAt(now).stream()
                .anyMatch(member -> member.party().entity().equals(entity));
    }
}
