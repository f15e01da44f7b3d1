package org.entente.demo;

import org.entente.node.kernel.Text;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A government that joins, with the same standing as those that were there before.
 *
 * @param key its jurisdiction's code
 * @param step by which it approved, and whose office that is: its own authority, whatever kind of government it is
 */
record Newcomer(Place place, String key, Text step, Text office, boolean issues) {
    static final Newcomer ONTARIO = new Newcomer(
            Place.ONTARIO,
            "CA-ON",
            new Text("Signature du ministre", "Minister’s signature"),
            new Text("Ministère des Services au public", "Ministry of Public Services"),
            true);

    /** A real nation's name and nothing else of it: its node, and what the node does, are made up. */
    static final Newcomer FIRST_NATION = new Newcomer(
            Place.FIRST_NATION,
            "FN-HURON-WENDAT",
            new Text("Résolution du Conseil", "Council resolution"),
            new Text("Conseil de la Nation", "Council of the Nation"),
            false);

    static final Newcomer CANADA = new Newcomer(
            Place.CANADA,
            "CA",
            new Text("Décret", "Order in council"),
            new Text("Gouverneur en conseil", "Governor in Council"),
            false);

    /** What it signs. */
    ObjectNode instrument() {
        ObjectNode body = Json.newObject();
        ArrayNode issuers = body.putArray("issuers");
        if (issues) {
            issuers.addObject()
                    .put("organisation", place.organisation())
                    .putArray("credential_types")
                    .add(Attestations.IDENTITY)
                    .add(Attestations.RESIDENCE);
        }
        ObjectNode approval = body.putArray("approval").addObject();
        approval.putObject("step").put("fr", step.fr()).put("en", step.en());
        approval.putObject("office").put("fr", office.fr()).put("en", office.en());
        return body;
    }
}
