package org.entente.checks.browser;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.verification.TestQuebec;
import org.entente.node.verification.TestWallet;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer;

/** Shows an attestation of an issuer that no entente names, or has a wallet that can show none. */
final class Stranger {
    private Stranger() {}

    /** Where the node leads the stranger after the answer. */
    static URI answer(TestNode node, Asking asking) {
        try (TestQuebec elsewhere = new TestQuebec()) {
            TestWallet wallet = new TestWallet(elsewhere.registrar(), 7);
            RequestObject request = request(asking);
            String shown =
                    wallet.credential().present(wallet.holder(), request.clientId(), request.nonce(), Instant.now());
            return post(node, request, TestWallet.answer(request, shown));
        }
    }

    /** Where the node leads somebody whose wallet has no format that the service takes. */
    static URI cannot(TestNode node, Asking asking) {
        RequestObject request = request(asking);
        var error = new WalletAnswer.Declined(WalletAnswer.Declined.FORMATS_NOT_SUPPORTED, request.state());
        return post(node, request, new DirectPost.Failed(error));
    }

    private static RequestObject request(Asking asking) {
        Map<String, String> link = parameters(asking.wallet());
        return TestWallet.fetch(link.getOrDefault("client_id", ""), URI.create(link.getOrDefault("request_uri", "")));
    }

    private static URI post(TestNode node, RequestObject request, DirectPost answer) {
        HttpResponse<String> response = TestWallet.post(node, request, answer.toForm());
        return DirectPost.redirect(response.body().getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }

    private static Map<String, String> parameters(URI link) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : link.getRawQuery().split("&")) {
            int equals = pair.indexOf('=');
            parameters.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
