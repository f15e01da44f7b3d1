package org.entente.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.audit.Pins;
import org.entente.audit.UnsoundPins;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;

/**
 * A municipality that lives on its province's node: an entity with a key of its own, for which the province speaks. The
 * parties admit it by an amendment, which binds it through its province; see adr/0181-a-municipality-joins-by-its-province.md.
 */
record Hosting(Nodes nodes, Narrator narrator) {
    private static final String WELL_KNOWN = "/.well-known/openid-federation";

    void play() {
        narrator.chapter("A municipality takes part under its province, which hosts it: with a key of its own");
        URI province = nodes.origin(Place.QUEBEC);
        String municipality = province + "/o/perce";
        CompactJws own = read(municipality + WELL_KNOWN);
        CompactJws stated = read(province + "/federation/fetch?sub=" + encode(municipality));
        String entente = Script.read(URI.create(province + "/ententes/" + EntenteDesk.NAME));
        Jwks pinned = pinned(entente, province);
        require(isSigned(own, keys(stated)), "the municipality has another key than its province states for it");
        require(isSigned(stated, pinned), "its province did not state that");
        require(!isSigned(own, pinned), "the municipality has no key of its own");
        narrator.step(
                "perce publishes its own configuration, signed with its own key " + keyOf(own) + ", at quebec's node");
        narrator.step("quebec states that key, signed with the one that the entente pins, " + keyOf(stated));
        CompactJws chain = read(province + "/federation/resolve?sub=" + encode(municipality) + "&trust_anchor="
                + encode(province.toString()));
        require(isSigned(chain, pinned), "the chain is not told by the province");
        narrator.step("whoever holds to quebec's key follows a chain of "
                + chain.claims().path("trust_chain").size() + " statements to perce, and asks no council");
    }

    private static Jwks pinned(String entente, URI government) {
        try {
            return new Jwks(
                    Pins.parse(entente.getBytes(StandardCharsets.UTF_8)).keys().getOrDefault(government, List.of()));
        } catch (UnsoundPins unsound) {
            throw new DemoFailed("what quebec publishes of the entente proves nothing", unsound);
        }
    }

    private static CompactJws read(String address) {
        return CompactJws.parse(Script.read(URI.create(address)));
    }

    private static Jwks keys(CompactJws statement) {
        return Jwks.parse(statement.claims().path("jwks"));
    }

    private static boolean isSigned(CompactJws jws, Jwks keys) {
        return keys.keys().stream().anyMatch(jws::isSignedBy);
    }

    private static String keyOf(CompactJws jws) {
        return jws.keyId().map(Short::of).orElse("");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new DemoFailed(otherwise);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
