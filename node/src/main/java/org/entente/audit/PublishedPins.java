package org.entente.audit;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.Claims;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.GeneralJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes from an entente, as a party publishes it, the keys that it pins. Nothing counts by being there: each party of the
 * document signed it, an earlier text is the one that a later one supersedes, and other keys of a party are announced by one
 * that it had.
 */
final class PublishedPins {
    private static final String ERROR = "invalid_pins";

    /** The {@code typ} of a party's signature over a document. */
    private static final String SIGNATURE = "entente+jws";

    /** The {@code typ} of a government's act about an entente. */
    private static final String ACT = "entente-act+jwt";

    /** What a published entente has beside its signed document; a document alone has neither. */
    private static final Set<String> BESIDE = Set.of("earlier", "rolled", "last", "signatures");

    private final Map<String, URI> parties = new HashMap<>();
    private final Map<URI, List<PublicJwk>> keys = new HashMap<>();

    private PublishedPins() {}

    static Pins read(ObjectNode published) {
        PublishedPins pins = new PublishedPins();
        boolean signed = published.has("payload");
        if (signed) {
            pins.signed(published);
        } else {
            require(BESIDE.stream().noneMatch(published::has), "nobody signed the document");
            pins.pin(published);
        }
        require(!pins.keys.isEmpty(), "an entente has parties with keys");
        return new Pins(pins.keys, signed);
    }

    private void signed(ObjectNode published) {
        ObjectNode json = Json.newObject();
        json.set("payload", published.path("payload"));
        json.set("signatures", published.path("signatures"));
        GeneralJws jws = GeneralJws.parse(json);
        ObjectNode document = Json.object(jws.payload());
        pin(document);
        // The versions before: what was signed before a key was rotated away is signed by that key.
        superseded(document, published.path("earlier"));
        published.path("rolled").forEach(act -> follow(CompactJws.parse(act.asString(""))));
        require(jws.type().equals(SIGNATURE), "signatures over an entente have the type " + SIGNATURE);
        require(document.path("parties").size() <= GeneralJws.MAX_SIGNATURES, "an entente has fewer parties");
        for (JsonNode party : document.path("parties")) {
            String entity = party.path("entity").asString("");
            boolean signs =
                    keys.getOrDefault(URI.create(entity), List.of()).stream().anyMatch(jws::isSignedBy);
            require(signs, "a party did not sign the entente: " + entity);
        }
    }

    /** Each text back from the document that the parties signed; one that no other leads to may be anybody's. */
    private void superseded(ObjectNode document, JsonNode earlier) {
        Map<String, ObjectNode> texts = new LinkedHashMap<>();
        for (JsonNode text : earlier) {
            ObjectNode one = Json.object(Base64Url.decode(text.asString("")));
            texts.put(Base64Url.encode(Sha256.of(Json.canonical(one))), one);
        }
        ObjectNode before = texts.remove(document.path("supersedes").asString(""));
        while (before != null) {
            pin(before);
            before = texts.remove(before.path("supersedes").asString(""));
        }
        require(texts.isEmpty(), "there is an earlier text that no later one supersedes");
    }

    /** A party's other keys are its own if a key signed for them that is known to be; anything else changes nothing. */
    private void follow(CompactJws act) {
        URI party = parties.get(act.claims().path("party").asString(""));
        if (party != null
                && act.type().equals(ACT)
                && act.claims().path("act").asString("").equals("roll-over")
                && keys.getOrDefault(party, List.of()).stream().anyMatch(act::isSignedBy)) {
            keys.merge(party, Jwks.parse(act.claims().path("keys")).keys(), Pins::joined);
        }
    }

    /** Pins what a text states; who bears a party's key in the latest text bears it. */
    private void pin(ObjectNode document) {
        for (JsonNode party : document.path("parties")) {
            require(party.isObject(), "a party is an object");
            URI entity = new Claims((ObjectNode) party, ERROR).uri("entity");
            keys.merge(entity, Jwks.parse(party.path("keys")).keys(), Pins::joined);
            parties.putIfAbsent(party.path("key").asString(""), entity);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ProtocolError(ERROR, otherwise);
        }
    }
}
