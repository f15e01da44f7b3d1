package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.entente.demo.RegisterValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route is sent personal values where a request may carry them; no refusal and no log line repeats one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ErrorsTellNothingTests {
    private static final String VALUE = "Maëlle Tadoussac";
    private static final String ENCODED = URLEncoder.encode(VALUE, StandardCharsets.UTF_8);
    private static final List<String> TYPES =
            List.of("application/json", "application/x-www-form-urlencoded", "text/plain");

    private final RegisterValues values = RegisterValues.read();
    private final HttpClient client = HttpClient.newHttpClient();
    private TestNode government;
    private TestNode wallet;

    @BeforeAll
    void start() {
        government = TestNode.government("quebec");
        wallet = TestNode.wallet(Map.of());
    }

    @AfterAll
    void stop() {
        government.close();
        wallet.close();
    }

    @Test
    void no_refusal_and_no_log_line_repeats_what_was_sent(CapturedOutput log) throws Exception {
        int refusals = 0;
        for (TestNode node : List.of(government, wallet)) {
            for (String path : paths(node)) {
                for (HttpRequest request : requests(node.origin() + path)) {
                    HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                    if (answer.statusCode() >= 400) {
                        refusals++;
                        values.requireAbsent(answer.body(), request.method() + " " + path);
                        values.requireAbsent(
                                answer.headers().map().toString().getBytes(StandardCharsets.UTF_8),
                                "headers of " + request.method() + " " + path);
                    }
                }
            }
        }
        assertThat(refusals).isGreaterThan(200);
        values.requireAbsent(log.getAll().getBytes(StandardCharsets.UTF_8), "the log");
    }

    private static Set<String> paths(TestNode node) {
        var mapping = node.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        Set<String> paths = new TreeSet<>();
        for (RequestMappingInfo route : mapping.getHandlerMethods().keySet()) {
            route.getPatternValues()
                    .forEach(pattern -> paths.add(pattern.replaceAll("\\{language(?:[^{}]|\\{[^{}]*})*}", "fr")
                            .replaceAll("\\{organisation(?:[^{}]|\\{[^{}]*})*}", "registrar")
                            .replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "unknown")));
        }
        paths.add("/nowhere");
        return paths;
    }

    private static Stream<HttpRequest> methods(String address) {
        HttpRequest.Builder plain = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "DPoP " + ENCODED)
                .header("DPoP", ENCODED)
                .header("Cookie", "entente=" + ENCODED);
        return Stream.of(plain.copy().GET().build(), plain.copy().DELETE().build());
    }

    private static List<HttpRequest> requests(String address) throws IOException {
        // A page's links to its other language and back from signing in have its own address, which its reader typed.
        boolean page = URI.create(address).getPath().startsWith("/fr/");
        String asked =
                page ? address : address + "?name=" + ENCODED + "&credential_offer_uri=" + ENCODED + "&next=" + ENCODED;
        Stream<HttpRequest> posts = TYPES.stream()
                .map(type -> HttpRequest.newBuilder(URI.create(asked))
                        .header("Content-Type", type)
                        .header("Origin", originOf(address))
                        .POST(HttpRequest.BodyPublishers.ofString(body(type)))
                        .build());
        return Stream.concat(Stream.concat(methods(address), methods(asked)), posts)
                .toList();
    }

    private static String originOf(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static String body(String type) {
        return switch (type) {
            case "application/json" ->
                "{\"" + VALUE + "\":1,\"record\":\"TADM 9004 1201\",\"configurations\":[\"" + VALUE
                        + "\"],\"x\":\"\u0001\"}";
            case "application/x-www-form-urlencoded" ->
                "grant_type=" + ENCODED + "&client_id=" + ENCODED + "&scope=" + ENCODED + "&unknown=" + ENCODED;
            default -> VALUE;
        };
    }
}
