package org.entente.node.signin;

import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.kernel.Organisation;
import org.entente.node.signin.SigninSettings.Client;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * For whom and for what the system acts that presents a token: what its operator registered when the token was issued.
 * Nothing for a token of another grant.
 *
 * @param organisations ids of organisations of this node
 * @param purposes of ententes
 */
public record Registration(Set<String> organisations, Set<String> purposes) {
    private static final String ORGANISATIONS = "client_organisations";
    private static final String PURPOSES = "client_purposes";

    public Registration {
        organisations = Set.copyOf(organisations);
        purposes = Set.copyOf(purposes);
    }

    /** As the details of a token carry it. */
    public static ObjectNode details(Client client) {
        ObjectNode details = Json.newObject();
        client.organisations().forEach(details.putArray(ORGANISATIONS)::add);
        client.purposes().forEach(details.putArray(PURPOSES)::add);
        return details;
    }

    static Registration of(AccessToken token) {
        return new Registration(texts(token.details(), ORGANISATIONS), texts(token.details(), PURPOSES));
    }

    /**
     * Goes on only on behalf of this organisation.
     *
     * @throws NotRegistered otherwise, answered 403
     */
    public void require(Organisation organisation) {
        if (!organisations.contains(organisation.id())) {
            throw new NotRegistered("the client does not act for this organisation");
        }
    }

    /**
     * Goes on only on behalf of this organisation and for this purpose.
     *
     * @throws NotRegistered otherwise, answered 403
     */
    public void require(Organisation organisation, String purpose) {
        require(organisation);
        if (!purposes.contains(purpose)) {
            throw new NotRegistered("the client does not act for this purpose");
        }
    }

    private static Set<String> texts(ObjectNode details, String name) {
        return details.path(name).valueStream().map(text -> text.asString("")).collect(Collectors.toUnmodifiableSet());
    }
}
