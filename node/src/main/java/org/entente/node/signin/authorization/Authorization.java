package org.entente.node.signin.authorization;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.Permission;

/**
 * What a person allowed a wallet.
 *
 * @param redirectUri where the wallet was answered
 * @param permission the name of the permission
 * @param permitted what its tokens carry
 * @param generation how many refresh tokens were given out
 * @param expiresAt when it ends, unless it is withdrawn before
 */
public record Authorization(
        UUID id,
        PersonId person,
        String clientId,
        URI redirectUri,
        String permission,
        Permission.Permitted permitted,
        int generation,
        Instant allowedAt,
        Instant expiresAt) {}
