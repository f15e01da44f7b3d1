package org.entente.node.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.DnsResolver;
import org.entente.https.TrustedAuthorities;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Role;
import org.entente.node.kernel.Text;
import org.entente.node.outside.Unreachable.Reason;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTests {
    private static final OutsideLimits LIMITS =
            new OutsideLimits("entente-tests", Duration.ofSeconds(1), 1024 * 1024, 4, 4);

    private HttpServer stranger;

    @BeforeEach
    void open() throws IOException {
        stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.start();
    }

    @AfterEach
    void close() {
        stranger.stop(0);
    }

    @Test
    void reads_what_a_stranger_answers() throws IOException {
        answering("/hello", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "Application/JSON; charset=utf-8");
            send(exchange, 200, "{\"a\":1}");
        });
        try (Outside outside = outside("http://wallet.localhost")) {
            OutsideAnswer answer = outside.get(at("/hello"), "application/json");
            assertThat(answer.isSuccess()).isTrue();
            assertThat(answer.mediaType()).isEqualTo("application/json");
            assertThat(answer.json().get("a").intValue()).isEqualTo(1);
        }
    }

    @Test
    void takes_nothing_for_json_that_does_not_say_so() throws IOException {
        answering("/hello", exchange -> send(exchange, 200, "{\"a\":1}"));
        try (Outside outside = outside("http://wallet.localhost")) {
            OutsideAnswer answer = outside.get(at("/hello"), "application/json");
            assertThatExceptionOfType(ProtocolError.class).isThrownBy(answer::json);
        }
    }

    @Test
    @Requirement("Security §6 rebinding")
    void looks_a_name_up_once_and_connects_to_the_address_that_was_checked() throws IOException {
        answering("/hello", exchange -> send(exchange, 200, "{}"));
        AtomicInteger lookups = new AtomicInteger();
        DnsResolver rebinding = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                String address = lookups.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1";
                return new InetAddress[] {InetAddress.getByName(address)};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        GuardedResolver resolver = new GuardedResolver(true, rebinding);
        try (Outside outside = new Outside(LIMITS, resolver, TrustedAuthorities.ofThePlatform())) {
            assertThat(outside.get(at("/hello"), "*/*").status()).isEqualTo(200);
            assertThat(lookups).hasValue(1);
        }
    }

    @Test
    @Requirement("Security §6 endless")
    void waits_no_longer_than_its_patience_for_the_last_byte() {
        answering("/dripping", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write('.');
                    body.flush();
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
            }
        });
        refuses(at("/dripping"), "http://wallet.localhost", Reason.NO_ANSWER);
    }

    @Test
    void knows_a_document_that_has_not_changed() throws IOException {
        answering("/same", exchange -> send(exchange, 304, ""));
        try (Outside outside = outside("http://wallet.localhost")) {
            assertThat(outside.get(at("/same"), Map.of("If-None-Match", "\"v1\""))
                            .status())
                    .isEqualTo(304);
        }
    }

    @Test
    void posts_a_form_with_its_headers() throws IOException {
        answering(
                "/token",
                exchange -> send(
                        exchange,
                        400,
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                                + exchange.getRequestHeaders().getFirst("DPoP")));
        try (Outside outside = outside("http://wallet.localhost")) {
            OutsideAnswer answer = outside.postForm(at("/token"), Map.of("tx_code", "é 1"), Map.of("DPoP", "proof"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).isEqualTo("tx_code=%C3%A9+1proof");
        }
    }

    @Test
    @Requirement("Security §6 redirect")
    void follows_no_redirect() {
        answering("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", at("/hello").toString());
            send(exchange, 302, "");
        });
        answering("/hello", exchange -> send(exchange, 200, "{}"));
        refuses(at("/moved"), "http://wallet.localhost", Reason.REDIRECTED);
    }

    @Test
    @Requirement("Security §6 endless")
    void stops_reading_an_answer_without_end() {
        answering("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                byte[] chunk = new byte[64 * 1024];
                while (true) {
                    body.write(chunk);
                }
            }
        });
        refuses(at("/endless"), "http://wallet.localhost", Reason.TOO_LONG);
    }

    @Test
    @Requirement("Security §6 inward")
    void a_node_on_the_internet_does_not_speak_to_its_own_machine() {
        refuses(at("/hello"), "https://wallet.example", Reason.ADDRESS_REFUSED);
        refuses(URI.create("https://localhost:1/"), "https://wallet.example", Reason.ADDRESS_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::a00:1]/"
            })
    @Requirement("Security §6 inward")
    void refuses_an_address_inside_a_network(String address) {
        refuses(URI.create(address), "http://wallet.localhost", Reason.ADDRESS_REFUSED);
        refuses(URI.create(address), "https://wallet.example", Reason.ADDRESS_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://localhost/",
                "file:///etc/passwd",
                "https://user@example.com/",
                "https://127.1/",
                "//localhost/",
                "https:/nothing"
            })
    void refuses_an_address_of_another_scheme_or_shape(String address) {
        refuses(URI.create(address), "http://wallet.localhost", Reason.ADDRESS_REFUSED);
    }

    @Test
    @Requirement("Security §6 inward")
    void what_another_client_would_read_as_an_address_inside_means_nothing_here() {
        refuses(URI.create("https://0x7f000001/"), "http://wallet.localhost", Reason.NOT_REACHED);
    }

    private void refuses(URI address, String own, Reason reason) {
        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(() -> {
                    try (Outside outside = outside(own)) {
                        outside.get(address, "*/*");
                    }
                })
                .satisfies(failure -> assertThat(failure.reason()).isEqualTo(reason));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + stranger.getAddress().getPort() + path);
    }

    private void answering(String path, com.sun.net.httpserver.HttpHandler handler) {
        stranger.createContext(path, handler);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Outside outside(String origin) {
        Text name = new Text("Portefeuille", "Wallet");
        NodeIdentity wallet = new NodeIdentity(
                URI.create(origin),
                Role.WALLET,
                name,
                new Jurisdiction("XX", name, Jurisdiction.Kind.MUNICIPALITY),
                List.of());
        return new Outside(LIMITS, wallet, TrustedAuthorities.ofThePlatform());
    }
}
