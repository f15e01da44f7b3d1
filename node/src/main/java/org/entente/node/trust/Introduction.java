package org.entente.node.trust;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Role;
import org.entente.node.kernel.Text;
import org.entente.protocols.federation.EntityStatement;
import org.entente.protocols.jose.Jwks;

/**
 * Another node, as its entity configuration presents it.
 *
 * @param configuration the configuration itself
 * @param credentialAuthorities the certificates under which its organisations issue credentials; none on a directory
 */
public record Introduction(
        EntityStatement configuration,
        Role role,
        Text name,
        Jurisdiction jurisdiction,
        List<X509Certificate> credentialAuthorities) {
    public Introduction {
        credentialAuthorities = List.copyOf(credentialAuthorities);
    }

    /** Its entity identifier. */
    public URI entity() {
        return configuration.subject();
    }

    /** Its federation keys. */
    public Jwks keys() {
        return configuration.keys();
    }
}
