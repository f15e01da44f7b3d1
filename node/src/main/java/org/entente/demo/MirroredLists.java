package org.entente.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;

/** The status lists of an issuer and their copies at a government that verifies. */
record MirroredLists(Nodes nodes, Place at) {
    /** Waits until each list, as the issuer publishes it now, has crossed. */
    void await(Place government, String organisation) {
        Pause.until(() -> haveCrossed(government, organisation), () -> "the status lists of " + government.slug());
    }

    private boolean haveCrossed(Place government, String organisation) {
        URI crossings = URI.create(nodes.origin(at) + "/api/frontier/crossings?limit=500");
        Set<String> crossed = Json.object(Script.read(crossings))
                .path("crossings")
                .valueStream()
                .map(crossing -> crossing.path("sha256").asString(""))
                .collect(Collectors.toSet());
        URI lists = URI.create(nodes.origin(government) + "/o/" + organisation + "/status");
        return Json.object(Script.read(lists))
                .path("status_lists")
                .valueStream()
                .map(list -> Script.read(URI.create(list.asString(""))))
                .map(list -> Secrets.base64url(Secrets.sha256(list.getBytes(StandardCharsets.UTF_8))))
                .allMatch(crossed::contains);
    }
}
