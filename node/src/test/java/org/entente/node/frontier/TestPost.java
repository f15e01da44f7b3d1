package org.entente.node.frontier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.frontier.message.Message;
import org.entente.node.keys.Keys;
import org.entente.node.trust.IntroductionOutcome.Introduced;
import org.entente.node.trust.Trust;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages made by hand, posted without the outbox. */
final class TestPost {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private TestPost() {}

    /** A good message, issued now. */
    static Message message(TestNode sender, TestNode recipient) {
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        return new Message(
                sender.origin(),
                recipient.origin(),
                UUID.randomUUID(),
                now,
                now.plusSeconds(600),
                TestTides.TYPE,
                TestTides.tide("gaspe", 120));
    }

    static String signed(Message message, TestNode signer) {
        return message.sign(signer.bean(Keys.class).federation());
    }

    static HttpResponse<String> post(URI node, String body) throws IOException, InterruptedException {
        return post(node, body, Message.MEDIA_TYPE);
    }

    static HttpResponse<String> post(URI node, String body, String contentType)
            throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(node.resolve("/frontier/messages"))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** Makes one node known to another. */
    static void introduce(TestNode to, TestNode whom) {
        if (!(to.bean(Trust.class).introduce(whom.origin(), Instant.now()) instanceof Introduced)) {
            throw new AssertionError("not introduced");
        }
    }

    static int received(TestNode node) {
        return count(node, "select count(*) from frontier.inbox");
    }

    static int count(TestNode node, String query) {
        return node.bean(JdbcClient.class).sql(query).query(Integer.class).single();
    }
}
