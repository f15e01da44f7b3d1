package org.entente.checks.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.entente.protocols.sdjwt.SdJwt;
import tools.jackson.databind.node.ObjectNode;

/**
 * Presents a credential (OID4VP 1.0): a system asks, the wallet reads the signed request and answers encrypted, the
 * system takes the result.
 */
final class Presenting implements Flow {
    static final List<String> EXCHANGES = List.of("start", "request", "answer", "result");

    private static final int MAX_REQUEST = 256 * 1024;

    private final ApiClient system;
    private final Wires wallet = new Wires();
    private final ObjectNode wanted;
    private final List<Holding> holdings;
    private int next;

    /** A credential ready to show, with the key that it is bound to; what is disclosed was chosen ahead. */
    record Holding(SdJwt disclosed, BenchKey key) {
        static Holding of(String credential, BenchKey key, List<ClaimPath> claims) {
            return new Holding(SdJwt.parse(credential).withOnly(claims), key);
        }
    }

    /**
     * A worker.
     *
     * @param wanted the body with which the system asks
     * @param holdings shown in turn
     */
    Presenting(ApiClient system, ObjectNode wanted, List<Holding> holdings) {
        this.system = system;
        this.wanted = wanted;
        this.holdings = List.copyOf(holdings);
    }

    @Override
    public long[] play() {
        long start = System.nanoTime();
        ObjectNode started = system.post("/api/presentations", "verification", wanted, 201);
        long startedAt = System.nanoTime();
        RequestObject request = read(started.path("request_uri").asString(""));
        long readAt = System.nanoTime();
        URI back = answer(request);
        long answeredAt = System.nanoTime();
        take(started.path("id").asString(""), responseCode(back));
        return new long[] {startedAt - start, readAt - startedAt, answeredAt - readAt, System.nanoTime() - answeredAt};
    }

    private RequestObject read(String address) {
        byte[] jwt = wallet.get(URI.create(address), Map.of()).expect(200);
        return RequestObject.parse(CompactJws.parse(new String(jwt, StandardCharsets.US_ASCII), MAX_REQUEST)
                .claims());
    }

    private URI answer(RequestObject request) {
        Holding holding = holdings.get(next++ % holdings.size());
        String presentation =
                holding.disclosed().present(holding.key(), request.clientId(), request.nonce(), Instant.now());
        String query = request.query().credentials().getFirst().id();
        var answer = new WalletAnswer.Presented(Map.of(query, List.of(presentation)), request.state());
        byte[] form = FormText.encode(new DirectPost.Encrypted(answer.encrypt(request.metadata())).toForm())
                .getBytes(StandardCharsets.US_ASCII);
        byte[] said = wallet.post(
                        request.responseUri(), Map.of("Content-Type", "application/x-www-form-urlencoded"), form)
                .expect(200);
        return DirectPost.redirect(said).orElseThrow(() -> new BenchFailed("the answer was not taken"));
    }

    private void take(String id, String responseCode) {
        ObjectNode result = system.post(
                "/api/presentations/" + id + "/result",
                "verification",
                Json.newObject().put("response_code", responseCode),
                200);
        if (!result.path("state").asString("").equals("accepted")) {
            throw new BenchFailed("not accepted, at step " + result.path("step").asString(""));
        }
    }

    private static String responseCode(URI back) {
        String query = back.getRawQuery();
        return query.substring(query.indexOf("response_code=") + "response_code=".length())
                .replaceAll("&.*", "");
    }

    @Override
    public void close() {
        wallet.close();
        system.close();
    }
}
