package org.entente.node.trust.statement;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.entente.node.kernel.Secrets;
import org.entente.node.trust.FederationPaths;
import org.entente.protocols.federation.EntityStatement;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer that carries a statement: with a version, so that mirrors fetch it once. */
final class StatementAnswers {
    private static final MediaType TYPE = MediaType.parseMediaType(EntityStatement.MEDIA_TYPE);

    private StatementAnswers() {}

    static ResponseEntity<byte[]> answer(String statement) {
        return answer(TYPE, statement.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * A statement about a subordinate. A policy has no place to say by which specification a parameter is, so the answer says
     * it of {@code dcql_queries}, which is of a draft.
     */
    static ResponseEntity<byte[]> aboutSubordinate(String statement) {
        boolean draft = EntityStatement.parse(statement)
                .content()
                .rules()
                .policy()
                .types()
                .getOrDefault("openid_credential_verifier", Map.of())
                .containsKey("dcql_queries");
        byte[] body = statement.getBytes(StandardCharsets.US_ASCII);
        return draft ? answer(TYPE, body, FederationPaths.DRAFT_OF_QUERIES) : answer(TYPE, body);
    }

    static ResponseEntity<byte[]> answer(MediaType type, byte[] body, String... links) {
        return ResponseEntity.ok()
                .headers(headers -> List.of(links).forEach(link -> headers.add(HttpHeaders.LINK, link)))
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + Secrets.base64url(Secrets.sha256(body)) + "\"")
                .body(body);
    }
}
