package org.entente.checks.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.TokenResponse;
import org.entente.protocols.oid4vci.CredentialRequest;
import org.entente.protocols.oid4vci.CredentialResponse;
import org.entente.protocols.oid4vci.HolderProof;
import org.entente.protocols.oid4vci.NonceResponse;
import org.entente.protocols.oid4vci.PreAuthorizedCode;

/** Obtains credentials by a pre-authorized code (OID4VCI 1.0): token, nonce, credential. */
final class Issuance implements Flow {
    static final List<String> EXCHANGES = List.of("token", "nonce", "credential");

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final Map<String, String> NOTHING = Map.of();

    private final Wires wires = new Wires();
    private final Possession possession = new Possession(wires);
    private final Issuer issuer;
    private final Queue<PreparedOffer> offers;
    private final List<BenchKey> keys;
    private final Received received;

    /** What to do with the credentials that a flow brought. */
    interface Received {
        void take(List<String> credentials, List<BenchKey> keys);
    }

    /**
     * A worker.
     *
     * @param keys of the holder, one for each copy; the first one is also what tokens are bound to
     */
    Issuance(Issuer issuer, Queue<PreparedOffer> offers, List<BenchKey> keys, Received received) {
        this.issuer = issuer;
        this.offers = offers;
        this.keys = List.copyOf(keys);
        this.received = received;
    }

    @Override
    public long[] play() {
        PreparedOffer offer = offers.poll();
        if (offer == null) {
            throw new BenchFailed("there are no offers left");
        }
        long start = System.nanoTime();
        TokenResponse token = token(offer);
        long tokenAt = System.nanoTime();
        String nonce = issuer.addresses().nonce().map(this::nonce).orElse("");
        long nonceAt = System.nanoTime();
        List<String> credentials = credentials(offer, token, nonce);
        long end = System.nanoTime();
        received.take(credentials, keys);
        return new long[] {tokenAt - start, nonceAt - tokenAt, end - nonceAt};
    }

    private String nonce(URI endpoint) {
        byte[] answer = wires.post(endpoint, NOTHING, new byte[0]).expect(200);
        return NonceResponse.parse(Json.object(answer)).nonce();
    }

    private TokenResponse token(PreparedOffer offer) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", PreAuthorizedCode.GRANT_TYPE);
        form.put("pre-authorized_code", offer.code());
        if (!offer.transactionCode().isEmpty()) {
            form.put("tx_code", offer.transactionCode());
        }
        if (!issuer.clientId().isEmpty()) {
            form.put("client_id", issuer.clientId());
        }
        byte[] body = FormText.encode(form).getBytes(StandardCharsets.US_ASCII);
        URI endpoint = issuer.addresses().token();
        Wire.Answer answer = issuer.possession()
                ? possession.post(endpoint, FORM, body, keys.getFirst(), "")
                : possession.post(endpoint, FORM, body);
        return TokenResponse.parse(Json.object(answer.expect(200)));
    }

    private List<String> credentials(PreparedOffer offer, TokenResponse token, String nonce) {
        List<String> proofs = new ArrayList<>(keys.size());
        Instant now = Instant.now();
        URI audience = issuer.addresses().issuer();
        keys.forEach(key -> proofs.add(HolderProof.create(key, audience, nonce, now)));
        var request =
                new CredentialRequest(CredentialRequest.Selector.of(token, offer.configuration()), List.copyOf(proofs));
        byte[] answer = possession
                .post(issuer.addresses().credential(), JSON, Json.bytes(request.toJson()), keys.getFirst(), token)
                .expect(200);
        List<String> credentials = CredentialResponse.parse(Json.object(answer)).credentials();
        if (credentials.size() != keys.size()) {
            throw new BenchFailed("asked for " + keys.size() + " credentials and got " + credentials.size());
        }
        return credentials;
    }

    @Override
    public void close() {
        wires.close();
    }
}
