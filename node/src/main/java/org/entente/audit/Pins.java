package org.entente.audit;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * The keys that an auditor holds for genuine before reading any bundle: those that the parties of an entente pinned.
 *
 * @param keys by entity identifier
 */
public record Pins(Map<URI, List<PublicJwk>> keys) {
    private static final String ERROR = "invalid_pins";

    /** The {@code typ} of a government's act about an entente. */
    private static final String ROLL_OVER = "entente-act+jwt";

    public Pins {
        keys = Map.copyOf(keys);
    }

    /** No key is known beforehand. */
    public static Pins none() {
        return new Pins(Map.of());
    }

    /**
     * Reads an entente as it is published, with its versions before, or its document alone.
     *
     * @throws ProtocolError when it is neither
     */
    public static Pins parse(byte[] json) {
        ObjectNode published = Json.object(json);
        ObjectNode document = published.has("payload") ? payload(published) : published;
        Map<URI, List<PublicJwk>> keys = new HashMap<>();
        pin(document, keys);
        // The versions before: what was signed before a key was rotated away is signed by that key.
        for (JsonNode earlier : published.path("earlier")) {
            pin(Json.object(Base64Url.decode(earlier.asString(""))), keys);
        }
        Map<String, URI> parties = new HashMap<>(names(document));
        published.path("rolled").forEach(jws -> follow(CompactJws.parse(jws.asString("")), parties, keys));
        if (keys.isEmpty()) {
            throw new ProtocolError(ERROR, "an entente has parties with keys");
        }
        return new Pins(keys);
    }

    /** The entity identifiers of a document's parties by their key in it. */
    private static Map<String, URI> names(ObjectNode document) {
        Map<String, URI> names = new HashMap<>();
        for (JsonNode party : document.path("parties")) {
            if (party instanceof ObjectNode object) {
                names.put(object.path("key").asString(""), new Claims(object, ERROR).uri("entity"));
            }
        }
        return names;
    }

    /** A party's other keys are its own if a key signed for them that is known to be; anything else changes nothing. */
    private static void follow(CompactJws act, Map<String, URI> parties, Map<URI, List<PublicJwk>> keys) {
        URI party = parties.get(act.claims().path("party").asString(""));
        List<PublicJwk> known = party == null ? List.of() : keys.getOrDefault(party, List.of());
        if (act.type().equals(ROLL_OVER)
                && act.claims().path("act").asString("").equals("roll-over")
                && known.stream().anyMatch(act::isSignedBy)) {
            keys.merge(
                    Objects.requireNonNull(party),
                    Jwks.parse(act.claims().path("keys")).keys(),
                    Pins::joined);
        }
    }

    private static void pin(ObjectNode document, Map<URI, List<PublicJwk>> keys) {
        for (JsonNode party : document.path("parties")) {
            if (party instanceof ObjectNode object) {
                keys.merge(
                        new Claims(object, ERROR).uri("entity"),
                        Jwks.parse(object.path("keys")).keys(),
                        Pins::joined);
            }
        }
    }

    /** These and others. */
    public Pins and(Pins others) {
        Map<URI, List<PublicJwk>> all = new HashMap<>(keys);
        others.keys.forEach((node, more) -> all.merge(node, more, Pins::joined));
        return new Pins(all);
    }

    Optional<List<PublicJwk>> of(URI node) {
        return Optional.ofNullable(keys.get(node));
    }

    private static List<PublicJwk> joined(List<PublicJwk> some, List<PublicJwk> more) {
        List<PublicJwk> all = new ArrayList<>(some);
        more.stream().filter(key -> !all.contains(key)).forEach(all::add);
        return List.copyOf(all);
    }

    private static ObjectNode payload(ObjectNode published) {
        ObjectNode signed = Json.newObject();
        signed.set("payload", published.path("payload"));
        signed.set("signatures", published.path("signatures"));
        return Json.object(GeneralJws.parse(signed).payload());
    }
}
