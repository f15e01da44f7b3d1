package org.entente.demo;

import java.util.List;
import org.entente.node.kernel.Text;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A government that joins, with the same standing as those that were there before.
 *
 * @param key its jurisdiction's code
 * @param issues the types of credential that its organisation issues
 * @param step by which it approved, and whose office that is: its own authority, whatever kind of government it is
 */
record Newcomer(Place place, String key, Text step, Text office, List<String> issues) {
    static final Newcomer ONTARIO = new Newcomer(
            Place.ONTARIO,
            "CA-ON",
            new Text("Signature du ministre", "Minister’s signature"),
            new Text("Ministère des Services au public", "Ministry of Public Services"),
            List.of(Attestations.IDENTITY, Attestations.RESIDENCE));

    /** A real nation's name and nothing else of it: its node, and what the node does, are made up. */
    static final Newcomer FIRST_NATION = new Newcomer(
            Place.FIRST_NATION,
            "FN-HURON-WENDAT",
            new Text("Résolution du Conseil", "Council resolution"),
            new Text("Conseil de la Nation", "Council of the Nation"),
            List.of(Attestations.IDENTITY));

    static final Newcomer CANADA = new Newcomer(
            Place.CANADA,
            "CA",
            new Text("Décret", "Order in council"),
            new Text("Gouverneur en conseil", "Governor in Council"),
            List.of(Attestations.IDENTITY));

    /** What it signs. */
    ObjectNode instrument() {
        ObjectNode body = Json.newObject();
        ArrayNode issuers = body.putArray("issuers");
        ArrayNode types =
                issuers.addObject().put("organisation", place.organisation()).putArray("credential_types");
        issues.forEach(types::add);
        ObjectNode approval = body.putArray("approval").addObject();
        approval.putObject("step").put("fr", step.fr()).put("en", step.en());
        approval.putObject("office").put("fr", office.fr()).put("en", office.en());
        return body;
    }
}
