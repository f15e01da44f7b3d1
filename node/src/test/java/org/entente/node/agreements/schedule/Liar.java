package org.entente.node.agreements.schedule;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.EntrustParty;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.frontier.ReceiveOutcome;
import org.entente.node.frontier.Receiver;
import org.entente.node.keys.Keys;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A party with a real node and its real key that says to the receivers of real nodes what is not so, and says again, in
 * another order and not to everybody, what everybody has said before. The same each time for a seed.
 */
public final class Liar {
    private final TestNode node;
    private final String name;
    private final Signer key;
    private final String party;
    private final Random random;
    private int ids;

    /** A message of a type, as if its sender had sent it now. */
    record Said(URI sender, String type, ObjectNode body) {}

    public Liar(TestNode node, long seed) {
        this(node, TestParties.NAME, seed);
    }

    Liar(TestNode node, String name, long seed) {
        this.node = node;
        this.name = name;
        this.key = node.bean(Keys.class).federation();
        this.party = held(node).party(node.origin()).orElseThrow().key();
        this.random = new Random(seed);
    }

    /** Says to some again what some have said, in any order, some of it twice. */
    public void repeat(List<TestNode> nodes) {
        List<Said> all = new ArrayList<>();
        nodes.forEach(sender -> all.addAll(said(sender)));
        Collections.shuffle(all, random);
        for (Said one : all) {
            for (TestNode to : nodes) {
                for (int times = random.nextInt(3); times > 0 && !to.origin().equals(one.sender()); times--) {
                    tell(to, one);
                }
            }
        }
    }

    /** Lies to each, differently; gives what was answered, one code for each refusal. */
    public List<String> lie(List<TestNode> to) {
        List<String> answers = new ArrayList<>();
        for (TestNode other : to) {
            List<Said> lies = lies(held(other));
            Collections.shuffle(lies, random);
            for (Said lie : lies) {
                answers.add(tell(other, lie));
            }
        }
        return answers;
    }

    /**
     * As the depositary shows one node one order of two acts and the other another, of which it keeps half back until the one
     * has entrusted itself; then the other entrusts it too.
     */
    public void orderBetweenTwoWords(TestNode successor, TestNode other) {
        String key = held(successor).party(successor.origin()).orElseThrow().key();
        SignedAct second = fork(successor, other);
        await().atMost(TestParties.PATIENCE).until(() -> !held(other).inStep());
        entrust(successor, key);
        orderFor(successor, second);
        entrust(other, key);
    }

    /** As the depositary orders one thing for one node and another for the other under one number; gives that for the other. */
    SignedAct fork(TestNode one, TestNode other) {
        SignedAct first = ownSuspension(TestEntentes.IDENTITY);
        SignedAct second = ownSuspension(TestEntentes.RESIDENCE);
        orderFor(one, first);
        orderFor(other, second);
        return second;
    }

    private Held held(TestNode of) {
        return TestParties.held(of, name);
    }

    private void entrust(TestNode node, String successor) {
        ActOutcome outcome = node.bean(EntrustParty.class).entrust(name, successor, TestParties.OFFICER, Instant.now());
        if (!(outcome instanceof ActOutcome.Done)) {
            throw new AssertionError(outcome);
        }
    }

    private void orderFor(TestNode to, SignedAct act) {
        Transition one = order(held(to).chain(), act);
        String answer = tell(to, lie("entente-transition", Json.newObject().put("transition", one.jws())));
        if (!answer.equals("taken")) {
            throw new AssertionError(answer);
        }
    }

    private SignedAct ownSuspension(String credentialType) {
        Target target = new Target(party, Target.Direction.ACCEPTANCE, Set.of(), Set.of(credentialType));
        return act(held(node).chain(), party, ActJson.suspend(target, Act.Cause.OTHER));
    }

    private List<Said> lies(Held held) {
        EntenteState state = held.chain();
        SignedAct own = act(state, party, ActJson.suspend(whole(party), Act.Cause.OTHER));
        SignedAct anothers = act(state, "CA-QC", ActJson.suspend(whole("CA-QC"), Act.Cause.OTHER));
        SignedAct alone = act(state, party, ActJson.entrust(party, state.head()));
        ObjectNode json = state.entente()
                .json()
                .put("version", state.entente().version() + 1)
                .put("supersedes", state.entente().hash());
        json.putObject("notice").put("fr", "Autre texte " + random.nextInt()).put("en", "Another text");
        Entente other = Entente.parse(json);
        ArrayNode signatures = Json.newArray().add(Signatures.sign(other, key));
        Move move = Move.sign(
                key,
                other,
                "CA-QC",
                Instant.now(),
                new Move.Step.Propose(other.hash(), 1, state.entente().hash()));
        List<Said> lies = new ArrayList<>(List.of(
                acts(anothers),
                lie("entente-move", Json.newObject().put("move", move.jws()).set("document", json))));
        for (Transition forged : List.of(
                order(state, own),
                order(state, alone),
                order(state, alone, act(state, "CA-BC", ActJson.entrust(party, state.head()))),
                Transition.enter(key, state, other, signatures, Instant.now()))) {
            lies.add(lie("entente-transition", Json.newObject().put("transition", forged.jws())));
            lies.add(lie("entente-standing", Json.newObject().put("transition", forged.jws())));
        }
        return lies;
    }

    private Transition order(EntenteState state, SignedAct... acts) {
        return Transition.order(key, state, new Transition.Content.Acts(List.of(acts)), Instant.now());
    }

    private SignedAct act(EntenteState state, String inTheNameOf, ActJson.Written written) {
        return TestEntentes.sign(key, "lie-%04d".formatted(ids++), state, inTheNameOf, Instant.now(), written);
    }

    private static Target whole(String party) {
        return new Target(party, Target.Direction.BOTH, Set.of(), Set.of());
    }

    private Said acts(SignedAct act) {
        ObjectNode body = Json.newObject();
        body.putArray("acts").add(act.jws());
        return lie("entente-act", body);
    }

    private Said lie(String type, ObjectNode body) {
        return new Said(node.origin(), type, body);
    }

    /** What a node has sent so far, to whomever. */
    private static List<Said> said(TestNode sender) {
        return sender.bean(JdbcClient.class)
                .sql("select distinct on (message) type, message from frontier.outbox where type like 'entente-%'")
                .query((row, number) -> new Said(sender.origin(), row.getString("type"), (ObjectNode)
                        CompactJws.parse(row.getString("message")).claims().path("body")))
                .list();
    }

    /** Brings a message to the receiver that would take it; gives the code of the refusal, or {@code taken}. */
    static String tell(TestNode to, Said said) {
        Optional<Receiver> receiver = to.context().getBeansOfType(Receiver.class).values().stream()
                .filter(one -> one.type().equals(said.type()))
                .findFirst();
        try {
            return to.bean(TransactionOperations.class).execute(transaction -> {
                ReceiveOutcome outcome = receiver.orElseThrow().receive(said.sender(), said.body(), Instant.now());
                if (outcome instanceof ReceiveOutcome.Refused refused) {
                    transaction.setRollbackOnly();
                    return refused.code();
                }
                return "taken";
            });
        } catch (ProtocolError e) {
            return e.code();
        }
    }
}
