package org.entente.node.wallet;

import java.util.Set;
import org.entente.node.wallet.TestVerifier.Mischief;
import tools.jackson.databind.node.ObjectNode;

/** What a verifier that does not keep to the protocol signs. */
final class SpoiltRequest {
    private SpoiltRequest() {}

    /** Changes the claims as the mischief has it. */
    static void spoil(ObjectNode claims, Set<Mischief> mischief) {
        if (mischief.contains(Mischief.ANSWER_ELSEWHERE)) {
            claims.put("response_uri", "https://somebody.example/answer");
        }
        if (mischief.contains(Mischief.ANSWER_TO_A_NETWORK)) {
            claims.put("response_uri", "http://169.254.169.254/answer");
        }
        if (mischief.contains(Mischief.WRONG_AUDIENCE)) {
            claims.put("aud", "https://somebody.example");
        }
        if (mischief.contains(Mischief.OTHER_MODE)) {
            claims.put("response_mode", "direct_post");
        }
        if (mischief.contains(Mischief.NO_ENCRYPTION_KEY)) {
            ((ObjectNode) claims.path("client_metadata").path("jwks")).putArray("keys");
        }
        if (mischief.contains(Mischief.TRANSACTION_DATA)) {
            claims.putArray("transaction_data").add("x");
        }
    }
}
