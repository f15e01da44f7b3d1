package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.node.TestNode;
import org.entente.node.keys.Keys;
import org.entente.node.outside.OutsideAnswer;
import org.entente.node.outside.Unreachable;
import org.entente.node.wallet.TestServer;
import org.entente.node.wallet.TestServer.Answer;
import org.entente.node.wallet.receiving.ServerNonces.Server;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.DpopProof;
import org.entente.protocols.oauth.TokenResponse;
import org.entente.protocols.oauth.TokenScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the wallet makes of the DPoP nonces of a server that gives another with each answer. */
class ServerNoncesTests {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger given = new AtomicInteger();
    private final TestNode wallet = TestNode.wallet(Map.of());
    private TestServer server;

    @BeforeEach
    void serve() {
        server = new TestServer("rolling");
        server.on("/token", request -> {
            String nonce = DpopProof.parse(request.header("DPoP")).nonce();
            heard.add(nonce);
            boolean latest = nonce.equals("nonce-" + given.get());
            Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
            headers.put("DPoP-Nonce", "nonce-" + given.incrementAndGet());
            return new Answer(latest ? 200 : 400, headers, latest ? "{}" : "{\"error\":\"use_dpop_nonce\"}");
        });
    }

    @AfterEach
    void close() {
        server.close();
        wallet.close();
    }

    @Test
    @Requirement("RFC 9449 §8.2 new-nonce")
    void the_latest_nonce_is_used_and_only_the_first_request_is_repeated() throws Unreachable {
        for (int i = 0; i < 4; i++) {
            assertThat(send().status()).isEqualTo(200);
        }
        assertThat(heard).containsExactly("", "nonce-1", "nonce-2", "nonce-3", "nonce-4");
    }

    @Test
    @Requirement("RFC 9449 §8 retry")
    void a_nonce_that_is_no_longer_good_costs_one_repetition() throws Unreachable {
        send();
        given.addAndGet(10);
        assertThat(send().status()).isEqualTo(200);
        assertThat(heard).containsExactly("", "nonce-1", "nonce-2", "nonce-13");
    }

    @Test
    void a_nonce_of_one_server_goes_to_no_other_and_is_forgotten() throws Unreachable {
        send();
        ServerNonces nonces = wallet.bean(ServerNonces.class);
        Server asked = Server.authorization(server.origin());
        assertThat(nonces.latest(Server.authorization(URI.create("http://elsewhere.localhost"))))
                .isEmpty();
        nonces.keep(asked, "no nonce", Instant.now());
        nonces.keep(asked, "n".repeat(600), Instant.now());
        assertThat(nonces.latest(asked)).isEqualTo("nonce-2");
        nonces.forget(Instant.now().plusSeconds(60));
        assertThat(wallet.bean(JdbcClient.class)
                        .sql("select count(*) from wallet.server_nonces")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** An authorization server, another one, and a resource, at one origin. */
    @Test
    @Requirement("RFC 9449 §8.2 new-nonce")
    void servers_at_one_origin_have_nonces_of_their_own() throws Unreachable {
        Map<String, List<String>> nonces = new ConcurrentHashMap<>();
        for (String path : List.of("/a/token", "/b/token", "/credential")) {
            server.on(path, request -> taking(path, request, nonces));
        }
        Grant grant = new Grant(
                new TokenResponse("token", TokenScheme.DPOP, 60, "", Json.newObject()),
                wallet.bean(Keys.class).newKey());
        for (int i = 0; i < 3; i++) {
            send("/a", "/a/token");
            send("/b", "/b/token");
            wallet.bean(ProvenRequests.class).resource(address("/credential"), Json.newObject(), grant);
        }
        assertThat(nonces)
                .hasSize(3)
                .allSatisfy((path, heard) ->
                        assertThat(heard).containsExactly("", path + "-nonce", path + "-nonce", path + "-nonce"));
    }

    /** Takes its own nonce and no other. */
    private static Answer taking(String path, TestServer.Request request, Map<String, List<String>> nonces) {
        String nonce = DpopProof.parse(request.header("DPoP")).nonce();
        nonces.computeIfAbsent(path, key -> Collections.synchronizedList(new ArrayList<>()))
                .add(nonce);
        boolean good = nonce.equals(path + "-nonce");
        Map<String, String> headers = Map.of(
                "Content-Type", "application/json",
                "DPoP-Nonce", path + "-nonce",
                "WWW-Authenticate", "DPoP error=\"use_dpop_nonce\"");
        int refusal = path.equals("/credential") ? 401 : 400;
        return new Answer(good ? 200 : refusal, headers, good ? "{}" : "{\"error\":\"use_dpop_nonce\"}");
    }

    private OutsideAnswer send() throws Unreachable {
        return send("", "/token");
    }

    private OutsideAnswer send(String issuer, String endpoint) throws Unreachable {
        return wallet.bean(ProvenRequests.class)
                .form(
                        address(issuer),
                        address(endpoint),
                        Map.of(),
                        wallet.bean(Keys.class).newKey());
    }

    private URI address(String path) {
        return URI.create(server.origin() + path);
    }
}
