package org.entente.node.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.entente.https.TrustedAuthorities;
import org.entente.node.TestHttps;
import org.entente.node.outside.Unreachable.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing left is told apart from where no answer came, and a pause that is asked for from one that is not. */
class NotReachedTests {
    @Test
    void who_finds_no_free_connection_in_time_has_sent_nothing() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            arrived.countDown();
            await(asked);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try (Outside outside = outside(Duration.ofSeconds(2));
                ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<OutsideAnswer> first = other.submit(() -> outside.get(at("http", server), "*/*"));
            await(arrived);
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> outside.get(at("http", server), "*/*"))
                    .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_REACHED));
            asked.countDown();
            assertThat(first.get().status()).isEqualTo(204);
        } finally {
            asked.countDown();
            server.stop(0);
        }
    }

    @Test
    void a_server_that_shows_the_certificate_of_another_is_not_reached() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TestHttps.server("somebody-else")));
        server.start();
        try (Outside outside = outside(Duration.ofSeconds(10))) {
            assertThatExceptionOfType(Unreachable.class)
                    .isThrownBy(() -> outside.get(at("https", server), "*/*"))
                    .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_REACHED));
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "60, PT1M", "3600, PT1H", "3601,", "-1,", "soon,", "9999999999,"})
    void reads_after_how_many_seconds_it_may_ask_again(String said, @Nullable Duration pause) {
        OutsideAnswer answer = new OutsideAnswer(503, Map.of("retry-after", said), new byte[0]);
        assertThat(answer.retryAfter(Duration.ofHours(1))).isEqualTo(Optional.ofNullable(pause));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static URI at(String scheme, HttpServer server) {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort() + "/");
    }

    private static Outside outside(Duration patience) {
        return new Outside(
                new OutsideLimits("", patience, 1024, 1, 1),
                new GuardedResolver(true, SystemDefaultDnsResolver.INSTANCE),
                TrustedAuthorities.besides(TestHttps.authority()));
    }
}
