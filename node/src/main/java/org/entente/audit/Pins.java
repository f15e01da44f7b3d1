package org.entente.audit;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;

/**
 * The keys that an auditor holds for genuine before reading any bundle: those that the parties of an entente pinned.
 *
 * @param keys by entity identifier
 * @param signed whether the parties' signatures over what pins them were verified
 */
public record Pins(Map<URI, List<PublicJwk>> keys, boolean signed) {
    public Pins {
        keys = Map.copyOf(keys);
    }

    /** No key is known beforehand. */
    public static Pins none() {
        return new Pins(Map.of(), true);
    }

    /**
     * Reads an entente as it is published, with its versions before, or its document alone, which nobody signed.
     *
     * @throws ProtocolError {@code invalid_pins} when it is neither, or when what is published proves nothing: a party's
     *     signature is missing, or a text is there that no later one supersedes
     */
    public static Pins parse(byte[] json) {
        return PublishedPins.read(Json.object(json));
    }

    /** These and others. */
    public Pins and(Pins others) {
        Map<URI, List<PublicJwk>> all = new HashMap<>(keys);
        others.keys.forEach((node, more) -> all.merge(node, more, Pins::joined));
        return new Pins(all, signed && others.signed);
    }

    Optional<List<PublicJwk>> of(URI node) {
        return Optional.ofNullable(keys.get(node));
    }

    static List<PublicJwk> joined(List<PublicJwk> some, List<PublicJwk> more) {
        List<PublicJwk> all = new ArrayList<>(some);
        more.stream().filter(key -> !all.contains(key)).forEach(all::add);
        return List.copyOf(all);
    }
}
