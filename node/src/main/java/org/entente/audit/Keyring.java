package org.entente.audit;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.audit.Finding.What;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Jwks;
import org.entente.protocols.jose.PublicJwk;
import org.entente.protocols.tlog.SignedNote;

/**
 * Under which keys each node's signatures are believed: those pinned, and those that the node names in a configuration
 * that a pinned key signed. Of a node without pins, those of its own bundle, which the audit says.
 */
final class Keyring {
    private final Map<URI, List<PublicJwk>> keys;

    private Keyring(Map<URI, List<PublicJwk>> keys) {
        this.keys = keys;
    }

    static Keyring of(List<Bundle> bundles, Pins pins, List<Finding> findings) {
        Map<URI, List<PublicJwk>> keys = new HashMap<>(pins.keys());
        for (Bundle bundle : bundles) {
            List<PublicJwk> named = bundle.configuration().keys().keys();
            boolean own = bundle.configuration().isConfiguration()
                    && bundle.configuration().issuer().equals(bundle.node());
            List<PublicJwk> pinned = pins.of(bundle.node()).orElse(named);
            if (!own || !bundle.configuration().isSignedBy(new Jwks(pinned))) {
                findings.add(Finding.of(What.KEYS_NOT_PINNED, bundle));
            } else {
                keys.merge(bundle.node(), named, Keyring::joined);
                if (pins.of(bundle.node()).isEmpty()) {
                    findings.add(Finding.of(What.KEYS_FROM_BUNDLE, bundle, thumbprints(named)));
                } else if (!pins.signed()) {
                    findings.add(Finding.of(What.PINS_UNSIGNED, bundle));
                }
            }
        }
        return new Keyring(keys);
    }

    boolean knows(URI node) {
        return keys.containsKey(node);
    }

    /** Whether a node signed a state of its log. */
    boolean signed(Bundle bundle, SignedNote note) {
        return of(bundle.node()).stream().anyMatch(key -> note.isSignedBy(bundle.logName(), key));
    }

    /** Whether a node signed a token. */
    boolean signed(URI node, CompactJws jws) {
        return of(node).stream().anyMatch(jws::isSignedBy);
    }

    private List<PublicJwk> of(URI node) {
        return keys.getOrDefault(node, List.of());
    }

    private static String thumbprints(List<PublicJwk> keys) {
        return String.join(", ", keys.stream().map(PublicJwk::thumbprint).toList());
    }

    private static List<PublicJwk> joined(List<PublicJwk> some, List<PublicJwk> more) {
        List<PublicJwk> all = new ArrayList<>(some);
        more.stream().filter(key -> !all.contains(key)).forEach(all::add);
        return List.copyOf(all);
    }
}
