package org.entente.node.signin.client;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.SigninSettings;
import org.entente.node.signin.SigninSettings.Client;
import org.entente.protocols.oauth.ClientAuthentication;
import org.springframework.stereotype.Component;

/** The systems that may ask for tokens of their own. */
@Component
public final class Clients {
    private final SigninSettings settings;

    Clients(SigninSettings settings, NodeIdentity node) {
        this.settings = settings;
        settings.clients().forEach(client -> requireOrganisations(client, node));
    }

    /** A name that is none of ours is a slip of the operator's, which would otherwise show as a refusal much later. */
    private static void requireOrganisations(Client client, NodeIdentity node) {
        client.organisations().forEach(id -> {
            if (node.organisation(id).isEmpty()) {
                throw new IllegalArgumentException("client " + client.id() + ": no organisation " + id);
            }
        });
    }

    /** Whether there is any. */
    public boolean isAny() {
        return !settings.clients().isEmpty();
    }

    /** The system of this identifier. */
    public Optional<Client> find(String id) {
        return settings.clients().stream()
                .filter(client -> client.id().equals(id))
                .findFirst();
    }

    /** The client whose secret this is. */
    public Optional<Client> authenticate(ClientAuthentication.Secret claim) {
        byte[] shown = Secrets.hash(claim.secret());
        return find(claim.clientId())
                .filter(client -> MessageDigest.isEqual(HexFormat.of().parseHex(client.secretSha256()), shown));
    }
}
