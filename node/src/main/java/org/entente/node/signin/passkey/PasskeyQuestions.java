package org.entente.node.signin.passkey;

import java.util.Collection;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Secrets;
import org.entente.node.people.EmailAddress;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The questions as a browser takes them: options in JSON (WebAuthn Level 3 §5.1.8, §5.1.9). */
@Component
class PasskeyQuestions {
    /** How long a browser waits for the person, in milliseconds: half as long as we wait for the answer. */
    private static final long TIMEOUT = Challenges.LIFETIME.toMillis() / 2;

    private final NodeIdentity node;

    PasskeyQuestions(NodeIdentity node) {
        this.node = node;
    }

    /** The relying party's identifier: the node's host. */
    String relyingPartyId() {
        return node.origin().getHost();
    }

    /**
     * Who is there?
     *
     * @param allowed the passkeys that may answer; none means any
     */
    ObjectNode get(String challenge, Collection<Passkeys.Credential> allowed) {
        ObjectNode options = Json.newObject()
                .put("challenge", challenge)
                .put("rpId", relyingPartyId())
                .put("timeout", TIMEOUT)
                .put("userVerification", "required");
        options.set("allowCredentials", descriptors(allowed));
        return options;
    }

    /**
     * Make a passkey.
     *
     * @param email by which the person tells one account from another where passkeys are listed
     * @param existing so that one authenticator does not make a second
     */
    ObjectNode create(
            String challenge,
            byte[] userHandle,
            EmailAddress email,
            Language language,
            Collection<Passkeys.Credential> existing) {
        ObjectNode options = Json.newObject()
                .put("challenge", challenge)
                .put("timeout", TIMEOUT)
                .put("attestation", "none");
        options.putObject("rp")
                .put("id", relyingPartyId())
                .put("name", node.name().in(language));
        options.putObject("user")
                .put("id", Secrets.base64url(userHandle))
                .put("name", email.value())
                .put("displayName", email.value());
        ArrayNode algorithms = options.putArray("pubKeyCredParams");
        VerifyPasskey.ALGORITHMS.forEach(algorithm -> algorithms
                .addObject()
                .put("type", "public-key")
                .put("alg", algorithm.getAlg().getId()));
        options.putObject("authenticatorSelection")
                .put("residentKey", "required")
                .put("requireResidentKey", true)
                .put("userVerification", "required");
        options.set("excludeCredentials", descriptors(existing));
        return options;
    }

    private static ArrayNode descriptors(Collection<Passkeys.Credential> credentials) {
        ArrayNode descriptors = Json.newArray();
        for (Passkeys.Credential credential : credentials) {
            ObjectNode descriptor = descriptors
                    .addObject()
                    .put("type", "public-key")
                    .put("id", credential.id().getBase64Url());
            ArrayNode transports = descriptor.putArray("transports");
            credential.transports().forEach(transports::add);
        }
        return descriptors;
    }
}
