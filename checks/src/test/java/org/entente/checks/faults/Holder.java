package org.entente.checks.faults;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.checks.bench.BenchKey;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.DpopExpectation;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oid4vci.CredentialRequest;
import org.entente.protocols.oid4vci.CredentialResponse;
import org.entente.protocols.oid4vci.HolderProof;
import org.entente.protocols.oid4vci.NonceResponse;
import org.entente.protocols.oid4vci.PreAuthorizedCode;
import org.entente.protocols.sdjwt.SdJwt;

/** A wallet that speaks OID4VCI to a door of Québec; its tokens are bound to its one key. */
final class Holder {
    static final String IDENTITY = "proof-of-identity";

    static final String ISSUER = "/o/etat-civil";
    private static final String TOKEN = "/oauth/token";

    private final Door door;
    private final BenchKey key;
    private final AtomicReference<String> proofNonce;

    Holder(Door door) {
        this(door, BenchKey.make(), new AtomicReference<>(""));
    }

    private Holder(Door door, BenchKey key, AtomicReference<String> proofNonce) {
        this.door = door;
        this.key = key;
        this.proofNonce = proofNonce;
    }

    /** One copy of a credential and the key that it is bound to. */
    record Copy(BenchKey key, SdJwt credential) {}

    /** The same wallet at another door of the same node. */
    Holder at(Door other) {
        return new Holder(other, key, proofNonce);
    }

    Answer redeem(Offered offered) {
        Map<String, String> form = new HashMap<>();
        form.put("grant_type", PreAuthorizedCode.GRANT_TYPE);
        form.put("pre-authorized_code", offered.code());
        form.put("tx_code", offered.transactionCode());
        return token(form);
    }

    /** Pushes an authorization request (RFC 9126). */
    Answer push() {
        return post("/oauth/par", Door.FORM, TestOAuthClient.form(TestWallet.request()), "");
    }

    Answer exchange(String code) {
        return token(TestWallet.exchange(code));
    }

    Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "client_id", TestWallet.ID, "refresh_token", refreshToken));
    }

    String nonce() {
        Answer answer = door.post(ISSUER + "/nonce", "", "").expect(200);
        return NonceResponse.parse(answer.json()).nonce();
    }

    /** So many keys for copies. */
    static List<BenchKey> keys(int count) {
        return Stream.generate(BenchKey::make).limit(count).toList();
    }

    /** The body of a credential request with a proof for each key. */
    String request(List<BenchKey> keys, String nonce) {
        URI issuer = URI.create(door.origin() + ISSUER);
        List<String> proofs = keys.stream()
                .map(copy -> HolderProof.create(copy, issuer, nonce, Instant.now()))
                .toList();
        return Json.write(
                new CredentialRequest(new CredentialRequest.Selector.Configuration(IDENTITY), proofs).toJson());
    }

    Answer credential(String token, String request) {
        return post(ISSUER + "/credential", Door.JSON, request, token);
    }

    /** A batch of copies for a token. */
    List<Copy> obtain(String token, int count) {
        List<BenchKey> keys = keys(count);
        return copies(keys, credential(token, request(keys, nonce())));
    }

    /** The copies in an answer, bound to the keys of the request. */
    static List<Copy> copies(List<BenchKey> keys, Answer answer) {
        List<String> credentials =
                CredentialResponse.parse(answer.expect(200).json()).credentials();
        return new ArrayList<>(IntStream.range(0, keys.size())
                .mapToObj(i -> new Copy(keys.get(i), SdJwt.parse(credentials.get(i))))
                .toList());
    }

    /** A proof of possession with a nonce that the node takes; for a token unless that is "". */
    String proof(String path, String token) {
        if (proofNonce.get().isEmpty()) {
            learn(send(TOKEN, Door.FORM, "", "", sign(TOKEN, "")));
        }
        return sign(path, token);
    }

    /** The endpoint's answer to this very proof. */
    Answer send(String path, String type, String body, String token, String proof) {
        return token.isEmpty()
                ? door.post(path, type, body, "DPoP: " + proof)
                : door.post(path, type, body, "DPoP: " + proof, "Authorization: DPoP " + token);
    }

    static String accessToken(Answer tokens) {
        return tokens.expect(200).json().path("access_token").asString("");
    }

    static String refreshToken(Answer tokens) {
        return tokens.expect(200).json().path("refresh_token").asString("");
    }

    private Answer token(Map<String, String> form) {
        return post(TOKEN, Door.FORM, TestOAuthClient.form(form), "");
    }

    /** Posts with a proof; once more when the nonce in it has gone stale (RFC 9449 §8). */
    private Answer post(String path, String type, String body, String token) {
        Answer answer = send(path, type, body, token, proof(path, token));
        learn(answer);
        boolean stale = answer.error().equals("use_dpop_nonce")
                || answer.head().value("WWW-Authenticate").contains("use_dpop_nonce");
        return stale ? send(path, type, body, token, sign(path, token)) : answer;
    }

    private void learn(Answer answer) {
        String nonce = answer.head().value("DPoP-Nonce");
        if (!nonce.isEmpty()) {
            proofNonce.set(nonce);
        }
    }

    private String sign(String path, String token) {
        var request = new DpopExpectation(
                "POST", URI.create(door.origin() + path), token.isEmpty() ? "" : DpopProof.tokenHash(token));
        return DpopProof.create(
                key, request, proofNonce.get(), UUID.randomUUID().toString(), Instant.now());
    }
}
