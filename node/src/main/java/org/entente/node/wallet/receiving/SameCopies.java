package org.entente.node.wallet.receiving;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.protocols.dcql.Segment;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.statuslist.StatusReference;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether the copies of a batch differ only in what must differ. Their holder reads one and shows another: each has to say
 * the same, let the same be left out, and stand under the same authorities. No two may share an entry of a status list,
 * by which those who saw them would find out that they have one holder.
 */
final class SameCopies {
    /**
     * What each copy has of its own. Times are among it: an issuer may sign the copies one after the other, or blur the
     * times so that they do not tell which belong together. Each is checked by itself.
     */
    private static final Set<String> OWN = Set.of("cnf", "status", "iat", "nbf", "exp");

    private SameCopies() {}

    /** What a copy has in common with the others. */
    private record Common(ObjectNode claims, List<List<Segment>> hidden, Set<String> authorities) {
        static Common of(SdJwt copy) {
            return new Common(
                    copy.claims().remove(OWN),
                    copy.disclosedPlaces(),
                    copy.issuerJwt().certificates().stream()
                            .map(Certificates::authorityKeyIdentifier)
                            .flatMap(Optional::stream)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    /** @throws org.entente.protocols.ProtocolError when a copy's status is malformed */
    static boolean are(List<SdJwt> copies) {
        List<Optional<StatusReference>> statuses = copies.stream()
                .map(copy -> StatusReference.parse(copy.issuerJwt().claims().path("status")))
                .toList();
        return copies.stream().map(Common::of).distinct().count() <= 1
                && (statuses.stream().noneMatch(Optional::isPresent)
                        || statuses.stream()
                                        .flatMap(Optional::stream)
                                        .distinct()
                                        .count()
                                == copies.size());
    }
}
