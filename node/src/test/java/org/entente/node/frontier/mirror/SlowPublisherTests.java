package org.entente.node.frontier.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.node.TestNode;
import org.junit.jupiter.api.Test;

class SlowPublisherTests {
    @Test
    void a_publisher_that_never_ends_its_answer_delays_no_other() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger honest = new AtomicInteger();
        HttpServer slow = publisher();
        slow.createContext("/", exchange -> {
            asked.incrementAndGet();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        HttpServer quick = publisher();
        quick.createContext("/", exchange -> {
            honest.incrementAndGet();
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.US_ASCII));
            exchange.close();
        });
        try (TestNode node = TestNode.government("gaspe", Map.of("entente.frontier.mirror-every", "500ms"))) {
            node.bean(TestWishes.class).want(address(slow, "a"), address(slow, "b"), address(quick, "list"));
            await().atMost(Duration.ofSeconds(20)).until(() -> asked.get() > 0 && honest.get() >= 5);
            assertThat(ended.getCount())
                    .as("the slow one still has not answered")
                    .isOne();
        } finally {
            ended.countDown();
            slow.stop(0);
            quick.stop(0);
        }
    }

    private static HttpServer publisher() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private static URI address(HttpServer server, String path) {
        return URI.create("http://publisher.localhost:" + server.getAddress().getPort() + "/" + path);
    }
}
