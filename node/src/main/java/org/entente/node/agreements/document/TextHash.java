package org.entente.node.agreements.document;

import java.nio.charset.StandardCharsets;
import org.entente.node.kernel.Secrets;
import org.entente.node.kernel.Text;

/** The SHA-256 of a text's UTF-8 bytes in each language, base64url. */
public record TextHash(String fr, String en) {
    public static TextHash of(Text text) {
        return new TextHash(hash(text.fr()), hash(text.en()));
    }

    private static String hash(String prose) {
        return Secrets.base64url(Secrets.sha256(prose.getBytes(StandardCharsets.UTF_8)));
    }
}
