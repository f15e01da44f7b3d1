package org.entente.node.verification.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.entente.node.TestNode;
import org.entente.node.verification.TestColumbia;
import org.entente.node.verification.TestWallet;
import org.entente.protocols.Requirement;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of an asking whose wallet cannot answer, and says why. */
class WalletErrorTests {
    private static TestColumbia columbia;
    private static TestNode node;

    @BeforeAll
    static void start() {
        columbia = new TestColumbia();
        node = columbia.node();
    }

    @AfterAll
    static void stop() {
        columbia.close();
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_request, unable invalid_request",
        "invalid_scope, unable invalid_scope",
        "invalid_client, unable invalid_client",
        "invalid_transaction_data, unable invalid_transaction_data",
        "invalid_request_uri_method, unable invalid_request_uri_method",
        "vp_formats_not_supported, unable vp_formats_not_supported",
        "wallet_unavailable, unable wallet_unavailable",
        "unsupported_response_type, unable unsupported_response_type",
        "call_us_at_5551234, unable other",
        "access_denied, declined -"
    })
    @Requirement("OID4VP 1.0 §8.2 ok")
    @Requirement("OID4VP 1.0 §8.5 codes")
    void ends_with_the_error_of_its_wallet_once(String code, String end) {
        RequestObject request = columbia.ask();
        var cannot = new DirectPost.Failed(new WalletAnswer.Declined(code, request.state()));

        HttpResponse<String> answer = TestWallet.post(node, request, cannot.toForm());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(DirectPost.redirect(answer.body().getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        assertThat(TestWallet.post(node, request, cannot.toForm()).statusCode()).isEqualTo(400);
        assertThat(end(request)).isEqualTo(end);
    }

    @Test
    @Requirement("OID4VP 1.0 §8.3.1 error")
    void is_taken_encrypted_too() {
        RequestObject request = columbia.ask();
        var cannot = new WalletAnswer.Declined("vp_formats_not_supported", request.state());
        var form = new DirectPost.Encrypted(cannot.encrypt(request.metadata())).toForm();

        assertThat(TestWallet.post(node, request, form).statusCode()).isEqualTo(200);
        assertThat(end(request)).isEqualTo("unable vp_formats_not_supported");
    }

    private static String end(RequestObject request) {
        String path = request.responseUri().getPath();
        return node.bean(JdbcClient.class)
                .sql("""
                        select proofs.state || ' ' || coalesce(error, '-')
                        from verification.presentations join verification.proofs on proofs.id = proof
                        where presentations.id = ? and presentations.state = proofs.state""")
                .param(path.substring(path.lastIndexOf('/') + 1))
                .query(String.class)
                .single();
    }
}
