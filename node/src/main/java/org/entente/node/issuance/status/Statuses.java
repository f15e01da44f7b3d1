package org.entente.node.issuance.status;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.web.Unavailable;
import org.entente.protocols.statuslist.StatusList;
import org.entente.protocols.statuslist.StatusReference;
import org.springframework.stereotype.Component;

/** Gives copies their places in the status lists, and revokes them there. */
@Component
public class Statuses {
    private static final int MAX_ROUNDS = 32;

    /** As long as it takes at most until further lists are opened. */
    private static final Duration UNTIL_THERE_IS_ROOM = Duration.ofMinutes(1);

    private final StatusLists lists;
    private final StatusEntries entries;
    private final SignStatusLists signing;
    private final NodeIdentity node;
    private final SecureRandom random;

    Statuses(
            StatusLists lists, StatusEntries entries, SignStatusLists signing, NodeIdentity node, SecureRandom random) {
        this.lists = lists;
        this.entries = entries;
        this.signing = signing;
        this.node = node;
        this.random = random;
    }

    /** Takes places for the handle that the statement {@code family} gives, with {@linkplain #drawing values}. */
    public static final String TAKE = StatusEntries.TAKE;

    /** The values of {@link #TAKE} for so many copies: each place in a list and at an index that nobody can foresee. */
    public Map<String, Object> drawing(Organisation issuer, int copies, Instant now) {
        return StatusEntries.taking(issuer.id(), draws(copies), now);
    }

    /** The places of a family: those that it has by a drawing, and further ones up to the number of its copies. */
    public List<StatusReference> allocate(
            Organisation issuer, FamilyHandle family, int copies, List<Place> drawn, Instant now) {
        List<Place> places = new ArrayList<>(drawn);
        for (int round = 1; round < MAX_ROUNDS && places.size() < copies; round++) {
            places.addAll(entries.take(issuer.id(), family, draws(copies - places.size()), now));
        }
        if (places.size() < copies) {
            throw new Unavailable(UNTIL_THERE_IS_ROOM);
        }
        return places.stream()
                .map(place -> new StatusReference(address(node, issuer, place.list()), place.index()))
                .toList();
    }

    private List<StatusEntries.Draw> draws(int copies) {
        return IntStream.range(0, copies)
                .mapToObj(copy ->
                        new StatusEntries.Draw(random.nextInt(Integer.MAX_VALUE), random.nextInt(StatusLists.SIZE)))
                .toList();
    }

    /** How many copies families have. */
    public int count(Organisation issuer, Collection<FamilyHandle> families) {
        return entries.count(issuer.id(), families);
    }

    /** Revokes all copies of families, and publishes the lists that they are in. Joins the caller's transaction. */
    public int revoke(Organisation issuer, Collection<FamilyHandle> families, Instant now) {
        List<Place> places = entries.of(issuer.id(), families);
        if (places.isEmpty()) {
            return 0;
        }
        Map<Integer, List<Place>> byList = places.stream().collect(Collectors.groupingBy(Place::list));
        for (StatusLists.Listed list : lists.locked(issuer.id(), byList.keySet())) {
            byList.getOrDefault(list.number(), List.of())
                    .forEach(place -> list.statuses().set(place.index(), StatusList.INVALID));
            lists.publish(issuer.id(), list, signing.sign(issuer, list, now), now);
        }
        return places.size();
    }

    /** Where the issuer names all its lists (Token Status List §9). */
    public static URI aggregation(NodeIdentity node, Organisation issuer) {
        return URI.create(node.issuer(issuer) + "/status");
    }

    /** Where a list is published. */
    static URI address(NodeIdentity node, Organisation issuer, int list) {
        return URI.create(aggregation(node, issuer) + "/" + list);
    }
}
