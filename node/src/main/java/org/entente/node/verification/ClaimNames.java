package org.entente.node.verification;

import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.entente.protocols.dcql.ClaimPath;

/** What people call the claims that are asked for. */
public final class ClaimNames {
    private static final String KEY = "verification.claim.";

    private ClaimNames() {}

    /** The name of a claim, of the claim that it is part of, or else its path. */
    public static Text of(ClaimPath claim) {
        Messages messages = Messages.ofProgram();
        String path = claim.toString();
        String key = key(path);
        if (!messages.has(Language.EN, key)) {
            key = key(claim.first());
        }
        return messages.has(Language.EN, key) ? messages.text(key) : new Text(path, path);
    }

    private static String key(String path) {
        return KEY + path.replace('_', '-');
    }
}
