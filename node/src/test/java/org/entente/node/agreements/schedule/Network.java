package org.entente.node.agreements.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.course.Postings;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.record.TestRecords;
import org.entente.protocols.jose.CompactJws;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/**
 * What real nodes, whose jobs stand still, have put into their outboxes about one entente, and brings it to the receivers of the
 * others: some of it never, some twice, in any order, the same each time for a seed.
 */
final class Network {
    final Random random;
    final List<TestNode> nodes;
    final String name;
    private final int lossPercent;
    private final Map<TestNode, Long> collected = new HashMap<>();
    private final List<Parcel> underway = new ArrayList<>();

    private record Parcel(TestNode to, Liar.Said said) {}

    /** A row of an outbox. */
    private record Posted(long id, String recipient, Liar.Said said) {}

    Network(long seed, String name, List<TestNode> nodes) {
        this.random = new Random(seed);
        this.lossPercent = random.nextInt(4) * 20;
        this.name = name;
        this.nodes = nodes;
        nodes.forEach(this::collect);
        underway.clear();
    }

    TestNode anyone() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    Optional<Held> held(TestNode node) {
        return node.bean(Holdings.class).find(name);
    }

    /** Lets some of what is under way arrive: any of it, some of it twice, some of it never. */
    void pass(int parcels) {
        nodes.forEach(this::collect);
        for (int i = 0; i < parcels && !underway.isEmpty(); i++) {
            Parcel parcel = underway.remove(random.nextInt(underway.size()));
            if (random.nextInt(100) >= lossPercent) {
                bring(parcel);
                if (random.nextInt(4) == 0) {
                    underway.add(parcel);
                }
            }
        }
    }

    /** All that is under way arrives, and what it leads to, but nothing from or to one that is away. */
    void deliverWithout(TestNode away) {
        nodes.forEach(this::collect);
        while (!underway.isEmpty()) {
            Parcel parcel = underway.removeFirst();
            if (parcel.to() != away && !parcel.said().sender().equals(away.origin())) {
                bring(parcel);
            }
        }
    }

    /** Loses what a government was sent, as when its node was down for longer than messages live. */
    void lose(TestNode to) {
        nodes.forEach(this::collect);
        underway.removeIf(parcel -> parcel.to() == to);
    }

    /** Everybody can be reached again, and compares with everybody until nobody learns anything more. */
    void mend() {
        nodes.forEach(this::collect);
        underway.clear();
        String before;
        do {
            before = picture();
            for (TestNode node : nodes) {
                held(node).ifPresent(held -> compare(node, held));
            }
            while (!underway.isEmpty()) {
                bring(underway.removeFirst());
            }
        } while (!picture().equals(before));
    }

    /** What a node shows the others, and reads of them, sooner or later by itself. */
    private void compare(TestNode node, Held held) {
        Instant now = Instant.now();
        held.talks()
                .ifPresent(talks -> node.bean(TransactionOperations.class)
                        .executeWithoutResult(
                                transaction -> node.bean(Postings.class).table(held.whoTalk(now), talks, now)));
        TestRecords.read(node, name, now);
        collect(node);
    }

    private void bring(Parcel parcel) {
        Liar.tell(parcel.to(), parcel.said());
        collect(parcel.to());
    }

    private void collect(TestNode from) {
        from.bean(JdbcClient.class)
                .sql("""
                        select id, recipient, type, message from frontier.outbox
                        where id > :after and type like 'entente-%' order by id""")
                .param("after", collected.getOrDefault(from, 0L))
                .query((row, number) -> new Posted(
                        row.getLong("id"),
                        row.getString("recipient"),
                        new Liar.Said(from.origin(), row.getString("type"), (ObjectNode)
                                CompactJws.parse(row.getString("message"))
                                        .claims()
                                        .path("body"))))
                .list()
                .forEach(posted -> {
                    collected.put(from, posted.id());
                    nodes.stream()
                            .filter(to -> to.origin().toString().equals(posted.recipient()))
                            .forEach(to -> underway.add(new Parcel(to, posted.said())));
                });
    }

    /** Where everybody stands. */
    String picture() {
        StringBuilder picture = new StringBuilder();
        nodes.forEach(node -> picture.append(standing(node)).append('\n'));
        return picture.toString();
    }

    String standing(TestNode node) {
        return held(node)
                .map(held -> "%d %s %s %s %s"
                        .formatted(
                                held.chain().number(),
                                held.chain().head(),
                                held.talks().map(Talks::text).map(Entente::hash).orElse("-"),
                                held.talks()
                                        .map(Talks::agreed)
                                        .map(Objects::toString)
                                        .orElse("-"),
                                held.pace()))
                .orElse("nothing");
    }

    /** The draft of one node's entente between all, with a notice of this number. */
    ObjectNode draft(int notice) {
        ObjectNode draft = TestParties.draft(nodes.get(0), nodes.get(1)).put("name", name);
        TestEntentes.withThirdParty(draft);
        ((ObjectNode) draft.path("parties").path(2))
                .put("entity", nodes.get(2).origin().toString());
        World.noticeOf(notice).accept(draft);
        return draft;
    }
}
