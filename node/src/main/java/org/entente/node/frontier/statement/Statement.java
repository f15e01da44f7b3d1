package org.entente.node.frontier.statement;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.node.frontier.crossing.Tally;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What crossed on a day. Our own format.
 *
 * @param node who says so
 * @param signedAt when
 * @param day in UTC
 * @param complete whether the day is over, so that nothing can come any more
 * @param tallies how much crossed, by direction, kind and type
 * @param messageTypes the closed list of message types, each with the SHA-256 of its schema, base64url
 * @param checkpoint the state of the journal that has all of it, a signed note
 */
public record Statement(
        URI node,
        Instant signedAt,
        LocalDate day,
        boolean complete,
        List<Tally> tallies,
        Map<String, String> messageTypes,
        String checkpoint) {
    /** The header's {@code typ}. */
    public static final String TYPE = "zero-personal-information+jwt";

    /** The media type over HTTP. */
    public static final String MEDIA_TYPE = "application/" + TYPE;

    public Statement {
        tallies = List.copyOf(tallies);
        messageTypes = Map.copyOf(messageTypes);
    }

    /** The compact, signed form. */
    public String sign(Signer signer) {
        ObjectNode claims = Json.newObject()
                .put("iss", node.toString())
                .put("iat", signedAt.getEpochSecond())
                .put("day", day.toString())
                .put("complete", complete)
                .put("personal_information", false);
        ArrayNode crossings = claims.putArray("crossings");
        tallies.forEach(tally -> crossings.add(tally.toJson()));
        ObjectNode types = claims.putObject("message_types");
        new TreeMap<>(messageTypes).forEach(types::put);
        claims.put("checkpoint", checkpoint);
        return CompactJws.sign(signer, TYPE, claims);
    }
}
