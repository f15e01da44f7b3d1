package org.entente.node.verification;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.entente.node.TestNode;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.DcqlMatch;
import org.entente.protocols.dcql.DcqlMatching;
import org.entente.protocols.dcql.Holding;
import org.entente.protocols.oid4vp.DirectPost;
import org.entente.protocols.oid4vp.RequestObject;
import org.entente.protocols.oid4vp.RequestVerdict;
import org.entente.protocols.oid4vp.RequestVerification;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.x509.Certificates;

/** A small wallet with one proof of identity; honest unless a test tells it otherwise. */
public final class TestWallet {
    private final TestKey holder = TestKey.create();
    private final TestIssuer issuer;
    private final SdJwt credential;

    public TestWallet(TestIssuer issuer, int statusIndex) {
        this.issuer = issuer;
        this.credential = SdJwt.parse(issuer.credential(holder, statusIndex, Instant.now()));
    }

    public TestKey holder() {
        return holder;
    }

    public SdJwt credential() {
        return credential;
    }

    /** Fetches and verifies a request. */
    public static RequestObject fetch(String clientId, URI requestUri) {
        HttpResponse<String> response =
                TestOAuthClient.send(HttpRequest.newBuilder(requestUri).GET().build());
        if (response.statusCode() != 200) {
            throw new AssertionError("no request: " + response.statusCode());
        }
        if (new RequestVerification(clientId, "").verify(response.body(), Instant.now())
                instanceof RequestVerdict.Valid valid) {
            return valid.request();
        }
        throw new AssertionError("the request is not genuine");
    }

    /** The honest presentation: what was asked, of the credential that matches. */
    public String present(RequestObject request) {
        String aki = Certificates.keyIdentifier(issuer.authority());
        Holding holding = new Holding("1", "dc+sd-jwt", TestIssuer.TYPE, Set.of(aki), credential.claims());
        if (DcqlMatching.match(request.query(), List.of(holding)) instanceof DcqlMatch.Satisfied satisfied) {
            List<ClaimPath> disclose =
                    satisfied.choices().getFirst().candidates().getFirst().disclose();
            return credential.withOnly(disclose).present(holder, request.clientId(), request.nonce(), Instant.now());
        }
        throw new AssertionError("nothing matches");
    }

    /** The form with a presentation. */
    public static DirectPost answer(RequestObject request, String presentation) {
        String query = request.query().credentials().getFirst().id();
        WalletAnswer answer = new WalletAnswer.Presented(Map.of(query, List.of(presentation)), "");
        return new DirectPost.Encrypted(answer.encrypt(request.metadata()));
    }

    /** Posts an answer to that very process of the node. */
    public static HttpResponse<String> post(TestNode process, RequestObject request, Map<String, String> form) {
        URI address = URI.create(process.address() + request.responseUri().getPath());
        return TestOAuthClient.send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(TestOAuthClient.form(form)))
                .build());
    }

    /** Presents what the function makes of the request. */
    public HttpResponse<String> post(TestNode process, RequestObject request, Function<RequestObject, String> how) {
        return post(process, request, answer(request, how.apply(request)).toForm());
    }
}
