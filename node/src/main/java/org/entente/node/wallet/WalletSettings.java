package org.entente.node.wallet;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.List;
import org.entente.node.kernel.Text;
import org.entente.protocols.x509.Certificates;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this room.
 *
 * @param issuers that holders find by name; naming them is a convenience, not trust
 * @param authorities certificates in PEM of authorities over verifiers that publish none themselves
 */
@ConfigurationProperties("entente.wallet")
public record WalletSettings(
        @DefaultValue List<KnownIssuer> issuers,
        @DefaultValue List<String> authorities) {
    /** An issuer by its credential issuer identifier. */
    public record KnownIssuer(Text name, URI issuer) {}

    public WalletSettings {
        issuers = List.copyOf(issuers);
        authorities = List.copyOf(authorities);
    }

    /**
     * The authorities, read.
     *
     * @throws org.entente.protocols.ProtocolError when one is no certificate, so that the node does not start
     */
    public List<X509Certificate> authorityCertificates() {
        return authorities.stream()
                .map(pem -> pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""))
                .map(Certificates::parse)
                .toList();
    }
}
