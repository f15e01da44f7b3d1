package org.entente.node.agreements;

import java.util.List;
import org.entente.node.TestNode;
import org.entente.protocols.jose.CompactJws;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A message that a node has put into its outbox. */
record SentMessage(String recipient, String type, JsonNode body) {
    static List<SentMessage> all(TestNode node) {
        return node.bean(JdbcClient.class)
                .sql("select recipient, type, message from frontier.outbox order by id")
                .query((row, number) -> new SentMessage(
                        row.getString("recipient"),
                        row.getString("type"),
                        CompactJws.parse(row.getString("message")).claims().path("body")))
                .list();
    }
}
