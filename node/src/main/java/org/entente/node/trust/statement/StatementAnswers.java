package org.entente.node.trust.statement;

import java.nio.charset.StandardCharsets;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.federation.EntityStatement;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer that carries a statement: with a version, so that mirrors fetch it once. */
final class StatementAnswers {
    private static final MediaType TYPE = MediaType.parseMediaType(EntityStatement.MEDIA_TYPE);

    private StatementAnswers() {}

    static ResponseEntity<byte[]> answer(String statement) {
        return answer(TYPE, statement.getBytes(StandardCharsets.US_ASCII));
    }

    static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + Secrets.base64url(Secrets.sha256(body)) + "\"")
                .body(body);
    }
}
