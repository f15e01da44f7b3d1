package org.entente.audit;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.audit.UnsoundPins.Why;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.json.Json;

/**
 * The keys that an auditor holds for genuine before reading any bundle: those that the parties of an entente pinned.
 *
 * @param keys by entity identifier; none stands under two
 * @param texts the hash of each text that was read, by the entente's address and the version
 * @param signed whether the parties' signatures over what pins them were verified
 */
public record Pins(Map<URI, List<PublicJwk>> keys, Map<Version, String> texts, boolean signed) {
    /** One version of one entente. */
    public record Version(URI entente, int number) {}

    public Pins {
        keys = Map.copyOf(keys);
        texts = Map.copyOf(texts);
    }

    /** No key is known beforehand. */
    public static Pins none() {
        return new Pins(Map.of(), Map.of(), true);
    }

    /**
     * Keys that were verified elsewhere, for instance along an entente's transitions.
     *
     * @throws UnsoundPins when one stands under two governments
     */
    public static Pins of(Map<URI, List<PublicJwk>> keys) throws UnsoundPins {
        return none().and(new Pins(keys, Map.of(), true));
    }

    /**
     * Reads an entente as it is published, with its versions before, or its document alone, which nobody signed.
     *
     * @throws UnsoundPins when it is neither, or when what is published proves nothing: a party's signature is missing, a text
     *     is there that no later one supersedes, one version has two texts, or one key stands under two governments
     */
    public static Pins parse(byte[] json) throws UnsoundPins {
        try {
            return none().and(PublishedPins.read(Json.object(json)));
        } catch (ProtocolError malformed) {
            throw new UnsoundPins(Why.MALFORMED);
        }
    }

    /**
     * These and others.
     *
     * @throws UnsoundPins when the two contradict each other, so that one of them is false and neither can be believed: one
     *     key stands under two governments, or one version of an entente has two texts
     */
    public Pins and(Pins others) throws UnsoundPins {
        Map<URI, List<PublicJwk>> all = new HashMap<>(keys);
        others.keys.forEach((node, more) -> all.merge(node, more, Pins::joined));
        Map<PublicJwk, URI> bearers = new HashMap<>();
        for (Map.Entry<URI, List<PublicJwk>> one : all.entrySet()) {
            for (PublicJwk key : one.getValue()) {
                URI other = bearers.putIfAbsent(key, one.getKey());
                if (other != null && !other.equals(one.getKey())) {
                    throw sharedKey(other, one.getKey());
                }
            }
        }
        Map<Version, String> both = new HashMap<>(texts);
        for (Map.Entry<Version, String> text : others.texts.entrySet()) {
            String other = both.putIfAbsent(text.getKey(), text.getValue());
            if (other != null && !other.equals(text.getValue())) {
                throw twoTexts(text.getKey());
            }
        }
        return new Pins(all, both, signed && others.signed);
    }

    static UnsoundPins twoTexts(Version version) {
        return new UnsoundPins(Why.TWO_TEXTS, version.entente().toString(), Integer.toString(version.number()));
    }

    private static UnsoundPins sharedKey(URI one, URI other) {
        boolean inOrder = one.compareTo(other) < 0;
        return new UnsoundPins(Why.SHARED_KEY, (inOrder ? one : other).toString(), (inOrder ? other : one).toString());
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
