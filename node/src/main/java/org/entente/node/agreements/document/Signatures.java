package org.entente.node.agreements.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parties' signatures over a document: one each, by a federation key that the document pins, as one JWS in JSON form
 * (RFC 7515 §7.2.1) whose payload is the canonical document. Immutable; a signature gets in only if it verifies.
 */
public final class Signatures {
    /** The {@code typ} of each signature. */
    public static final String TYPE = "entente+jws";

    private final Entente entente;
    private final List<Party> parties;
    private final Map<String, ObjectNode> byParty;

    private Signatures(Entente entente, List<Party> parties, Map<String, ObjectNode> byParty) {
        this.entente = entente;
        this.parties = List.copyOf(parties);
        this.byParty = byParty;
    }

    /** None yet. */
    public static Signatures none(Entente entente) {
        return none(entente, entente.parties());
    }

    /** None yet, of parties that sign by these keys, whatever the document states of them. */
    public static Signatures none(Entente entente, List<Party> parties) {
        return new Signatures(entente, parties, Map.of());
    }

    /** One party's signature: an element of {@code signatures} in the JSON form. */
    public static ObjectNode sign(Entente entente, Signer signer) {
        ObjectNode jws = GeneralJws.sign(entente.canonical(), TYPE, List.of(signer));
        return (ObjectNode) jws.path("signatures").path(0);
    }

    /**
     * Which party made a signature over this document.
     *
     * @return the party's key, or empty when no party's pinned key made it
     * @throws ProtocolError {@code invalid_request} when it has not the form of a signature
     */
    public static Optional<String> signatory(Entente entente, JsonNode signature) {
        return signatory(entente, entente.parties(), signature);
    }

    /** Which of these parties made a signature over this document. */
    public static Optional<String> signatory(Entente entente, List<Party> parties, JsonNode signature) {
        ArrayNode one = Json.newArray();
        one.add(signature);
        GeneralJws jws = GeneralJws.parse(json(entente, one));
        if (!jws.type().equals(TYPE)) {
            return Optional.empty();
        }
        return parties.stream()
                .filter(party -> party.keys().keys().stream().anyMatch(jws::isSignedBy))
                .map(Party::key)
                .findFirst();
    }

    /**
     * Goes on only with an element of {@code signatures} that has the form of one, over whatever document.
     *
     * @throws ProtocolError {@code invalid_request} when it has not
     */
    public static void requireForm(JsonNode signature) {
        ObjectNode json = Json.newObject().put("payload", "");
        json.putArray("signatures").add(signature);
        if (!GeneralJws.parse(json).type().equals(TYPE)) {
            throw new ProtocolError("invalid_request", "a signature over a document has the type " + TYPE);
        }
    }

    /**
     * These and one more.
     *
     * @return empty when no party of the document made it; a party's second signature takes the place of its first
     */
    public Optional<Signatures> with(JsonNode signature) {
        return signatory(entente, parties, signature).map(party -> {
            Map<String, ObjectNode> more = new LinkedHashMap<>(byParty);
            more.put(party, (ObjectNode) signature.deepCopy());
            return new Signatures(entente, parties, more);
        });
    }

    /** Whether this party signed. */
    public boolean has(String party) {
        return byParty.containsKey(party);
    }

    /** The signature of this party. */
    public Optional<ObjectNode> of(String party) {
        return Optional.ofNullable(byParty.get(party)).map(ObjectNode::deepCopy);
    }

    /** Whether every party signed. */
    public boolean areComplete() {
        return entente.parties().stream().allMatch(party -> has(party.key()));
    }

    /** The elements of {@code signatures}, in the order of the parties. */
    public ArrayNode elements() {
        ArrayNode elements = Json.newArray();
        entente.parties().stream()
                .filter(party -> has(party.key()))
                .forEach(party -> elements.add(byParty.get(party.key())));
        return elements;
    }

    /** The signed document: {@code {"payload": …, "signatures": […]}}. */
    public ObjectNode toJson() {
        return json(entente, elements());
    }

    private static ObjectNode json(Entente entente, ArrayNode signatures) {
        ObjectNode json = Json.newObject().put("payload", Base64Url.encode(entente.canonical()));
        json.set("signatures", signatures);
        return json;
    }
}
