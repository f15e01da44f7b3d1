package org.entente.node.signin.account;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.springframework.stereotype.Component;

/** What a session is called on its owner's page: its id never leaves the server. */
@Component
class SessionHandles {
    private static final int BYTES = 12;

    private final Keys keys;

    SessionHandles(Keys keys) {
        this.keys = keys;
    }

    String of(UUID session) {
        byte[] mac = keys.mac("signin session handle", session.toString().getBytes(StandardCharsets.UTF_8));
        return Secrets.base64url(Arrays.copyOf(mac, BYTES));
    }
}
