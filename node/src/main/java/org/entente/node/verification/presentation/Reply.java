package org.entente.node.verification.presentation;

import java.nio.charset.StandardCharsets;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;

/**
 * What is kept of the reply to an answer, for the wallet that did not hear it and posts the same answer again.
 *
 * @param answer the digest of the answer; empty when it is not kept
 * @param sealedCode the response code of the reply; empty when it is not kept
 */
public record Reply(byte[] answer, byte[] sealedCode) {
    /** Not kept: what everybody can write leads nobody back. */
    public static final Reply NONE = new Reply(new byte[0], new byte[0]);

    private static final String PURPOSE = "response code";

    /** The reply to an encrypted answer, which only its wallet and this node know. */
    public static Reply to(String jwe, String responseCode, Keys keys) {
        return new Reply(digest(jwe), keys.seal(PURPOSE, responseCode.getBytes(StandardCharsets.UTF_8)));
    }

    /** How an encrypted answer is known again. */
    public static byte[] digest(String jwe) {
        return Secrets.sha256(jwe.getBytes(StandardCharsets.UTF_8));
    }

    /** The code that leads the holder's browser back. */
    public String responseCode(Keys keys) {
        return new String(keys.open(PURPOSE, sealedCode), StandardCharsets.UTF_8);
    }
}
