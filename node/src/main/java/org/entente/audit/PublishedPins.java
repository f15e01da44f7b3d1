package org.entente.audit;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.audit.UnsoundPins.Why;
import org.entente.protocols.Base64Url;
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
    private final Map<Pins.Version, String> texts = new HashMap<>();

    private PublishedPins() {}

    static Pins read(ObjectNode published) throws UnsoundPins {
        PublishedPins pins = new PublishedPins();
        boolean signed = published.has("payload");
        if (signed) {
            pins.signed(published);
        } else {
            require(BESIDE.stream().noneMatch(published::has), Why.UNSIGNED);
            pins.pin(published);
        }
        require(!pins.keys.isEmpty(), Why.MALFORMED);
        return new Pins(pins.keys, pins.texts, signed);
    }

    private void signed(ObjectNode published) throws UnsoundPins {
        ObjectNode json = Json.newObject();
        json.set("payload", published.path("payload"));
        json.set("signatures", published.path("signatures"));
        GeneralJws jws = GeneralJws.parse(json);
        ObjectNode document = Json.object(jws.payload());
        pin(document);
        // The versions before: what was signed before a key was rotated away is signed by that key.
        superseded(document, published.path("earlier"));
        String entente = document.path("id").asString("");
        published.path("rolled").forEach(act -> follow(CompactJws.parse(act.asString("")), entente));
        require(jws.type().equals(SIGNATURE), Why.OTHER_TYPE);
        require(document.path("parties").size() <= GeneralJws.MAX_SIGNATURES, Why.MALFORMED);
        for (JsonNode party : document.path("parties")) {
            String entity = party.path("entity").asString("");
            boolean signs =
                    keys.getOrDefault(URI.create(entity), List.of()).stream().anyMatch(jws::isSignedBy);
            require(signs, Why.PARTY_MISSING, entity);
        }
    }

    /** Each text back from the document that the parties signed; one that no other leads to may be anybody's. */
    private void superseded(ObjectNode document, JsonNode earlier) throws UnsoundPins {
        Map<String, ObjectNode> before = new LinkedHashMap<>();
        for (JsonNode text : earlier) {
            ObjectNode one = Json.object(Base64Url.decode(text.asString("")));
            before.put(hash(one), one);
        }
        ObjectNode next = before.remove(document.path("supersedes").asString(""));
        while (next != null) {
            pin(next);
            next = before.remove(next.path("supersedes").asString(""));
        }
        require(before.isEmpty(), Why.ORPHAN);
    }

    /**
     * A party's other keys are its own if a key signed for them that is known to be, in this entente; anything else changes
     * nothing.
     */
    private void follow(CompactJws act, String entente) {
        ObjectNode claims = act.claims();
        URI party = parties.get(claims.path("party").asString(""));
        if (party != null
                && act.type().equals(ACT)
                && claims.path("act").asString("").equals("roll-over")
                && claims.path("entente").asString("").equals(entente)
                && keys.getOrDefault(party, List.of()).stream().anyMatch(act::isSignedBy)) {
            keys.merge(party, Jwks.parse(claims.path("keys")).keys(), Pins::joined);
        }
    }

    /** Pins what a text states; who bears a party's key in the latest text bears it. */
    private void pin(ObjectNode document) throws UnsoundPins {
        Claims claims = new Claims(document, ERROR);
        Pins.Version version =
                new Pins.Version(claims.uri("id"), document.path("version").asInt(0));
        require(version.number() > 0, Why.MALFORMED);
        if (texts.putIfAbsent(version, hash(document)) != null) {
            throw Pins.twoTexts(version);
        }
        for (JsonNode party : document.path("parties")) {
            require(party.isObject(), Why.MALFORMED);
            URI entity = new Claims((ObjectNode) party, ERROR).uri("entity");
            keys.merge(entity, Jwks.parse(party.path("keys")).keys(), Pins::joined);
            parties.putIfAbsent(party.path("key").asString(""), entity);
        }
    }

    private static String hash(ObjectNode text) {
        return Base64Url.encode(Sha256.of(Json.canonical(text)));
    }

    private static void require(boolean holds, Why otherwise, String... arguments) throws UnsoundPins {
        if (!holds) {
            throw new UnsoundPins(otherwise, arguments);
        }
    }
}
