package org.entente.node.signin.authorization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.node.kernel.Text;

/**
 * One of them, as its person sees it.
 *
 * @param wallet its name, or what identifies it
 * @param receiver what identifies it
 * @param what was permitted
 */
public record StandingPermission(
        UUID id, String wallet, String receiver, List<Text> what, Instant allowedAt, Instant expiresAt) {
    public StandingPermission {
        what = List.copyOf(what);
    }
}
