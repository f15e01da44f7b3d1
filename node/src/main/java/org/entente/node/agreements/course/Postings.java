package org.entente.node.agreements.course;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.frontier.Frontier;
import org.entente.node.kernel.NodeIdentity;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes this room's messages and puts them into the outbox for parties other than ourselves. */
@Component
public class Postings {
    private final Frontier frontier;
    private final NodeIdentity node;

    Postings(Frontier frontier, NodeIdentity node) {
        this.frontier = frontier;
        this.node = node;
    }

    /**
     * A party's move; with the text, if it proposes one.
     *
     * @param texts by hash
     */
    public void move(Collection<Party> to, Move move, Map<String, Entente> texts, Instant now) {
        ObjectNode body = Json.newObject().put("move", move.jws());
        if (move.step() instanceof Move.Step.Propose(String document, var ignored, var before)) {
            body.set("document", Objects.requireNonNull(texts.get(document)).json());
        }
        post(to, MessageType.MOVE, body, now);
    }

    /** Which moves and signatures we know. */
    public void table(Collection<Party> to, Talks talks, Instant now) {
        ObjectNode body = Json.newObject()
                .put("entente", talks.text().id().toString())
                .put("version", talks.text().version());
        ArrayNode moves = body.putArray("moves");
        talks.negotiation().moves().forEach(move -> moves.add(move.hash()));
        ArrayNode signed = body.putArray("signed");
        talks.text().parties().stream()
                .map(Party::key)
                .filter(talks.signatures()::has)
                .forEach(signed::add);
        post(to, MessageType.TABLE, body, now);
    }

    /** That we know nothing of the talks about a version of an entente. */
    public void emptyTable(URI to, URI entente, int version, Instant now) {
        ObjectNode body = Json.newObject().put("entente", entente.toString()).put("version", version);
        body.putArray("moves");
        body.putArray("signed");
        frontier.post(to, MessageType.TABLE, body, now);
    }

    public void signature(Collection<Party> to, Entente text, ObjectNode signature, Instant now) {
        ObjectNode body = Json.newObject().put("entente", text.id().toString()).put("document", text.hash());
        body.set("signature", signature);
        post(to, MessageType.SIGNATURE, body, now);
    }

    public void acts(EntenteState state, List<SignedAct> acts, Instant now) {
        ObjectNode body = Json.newObject();
        ArrayNode array = body.putArray("acts");
        acts.forEach(act -> array.add(act.jws()));
        post(state.concernedAt(now), MessageType.ACT, body, now);
    }

    void transition(Collection<Party> to, Transition transition, Instant now) {
        post(to, MessageType.TRANSITION, Json.newObject().put("transition", transition.jws()), now);
    }

    void standing(EntenteState state, Transition last, Instant now) {
        post(state.concernedAt(now), MessageType.STANDING, Json.newObject().put("transition", last.jws()), now);
    }

    private void post(Collection<Party> to, String type, ObjectNode body, Instant now) {
        for (Party party : to) {
            URI recipient = party.entity();
            if (!recipient.equals(node.entityId())) {
                frontier.post(recipient, type, body, now);
            }
        }
    }
}
