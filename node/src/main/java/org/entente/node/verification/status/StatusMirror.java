package org.entente.node.verification.status;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.Agreements;
import org.entente.node.frontier.Mirror;
import org.entente.node.frontier.MirrorSource;
import org.entente.node.frontier.MirroredDocument;
import org.entente.node.kernel.Origins;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.IssuerMetadata;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Has all status lists of all issuers that ententes name mirrored, whether anyone presents or not: first each
 * issuer's metadata, then the aggregation that they name (Token Status List §9.1), then every list that this names.
 */
@Component
class StatusMirror implements MirrorSource {
    private static final int MAX_LISTS_OF_AN_ISSUER = 256;

    private final Agreements agreements;
    private final Mirror mirror;
    private final InstantSource clock;

    StatusMirror(Agreements agreements, Mirror mirror, InstantSource clock) {
        this.agreements = agreements;
        this.mirror = mirror;
        this.clock = clock;
    }

    @Override
    public Set<URI> wanted() {
        Set<URI> wanted = new LinkedHashSet<>();
        for (URI issuer : agreements.issuers(clock.instant())) {
            URI metadata = IssuerMetadata.location(issuer);
            wanted.add(metadata);
            mirror.document(metadata).flatMap(copy -> aggregation(issuer, copy)).ifPresent(aggregation -> {
                wanted.add(aggregation);
                mirror.document(aggregation).ifPresent(copy -> wanted.addAll(lists(issuer, copy)));
            });
        }
        return wanted;
    }

    /** Whether a document stands at the issuer's own origin: nobody has us fetch somebody else's documents. */
    static boolean isOf(URI issuer, URI document) {
        return Origins.isAcceptable(document) && Origins.of(document).equals(Origins.of(issuer));
    }

    /** None where the issuer names none, or says nothing that can be read: its credentials are refused at their status. */
    static Optional<URI> aggregation(URI issuer, MirroredDocument metadata) {
        try {
            return IssuerMetadata.parse(Json.object(metadata.body()), issuer)
                    .statusListAggregation()
                    .filter(aggregation -> isOf(issuer, aggregation));
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    /** Where an issuer names more than anybody needs, the last: those to which new copies point stand at the end of ours. */
    static Set<URI> lists(URI issuer, MirroredDocument aggregation) {
        Set<URI> lists = new LinkedHashSet<>();
        try {
            for (JsonNode element : Json.object(aggregation.body()).path("status_lists")) {
                URI list = new URI(element.asString(""));
                if (isOf(issuer, list)) {
                    lists.add(list);
                }
            }
        } catch (ProtocolError | URISyntaxException e) {
            // An issuer that publishes nonsense has no lists: its credentials are then refused at their status.
            return Set.of();
        }
        return lists.stream()
                .skip(Math.max(0, lists.size() - MAX_LISTS_OF_AN_ISSUER))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
