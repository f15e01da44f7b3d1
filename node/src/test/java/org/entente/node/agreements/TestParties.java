package org.entente.node.agreements;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.accede.AccessionOutcome;
import org.entente.node.agreements.accede.ApproveAccession;
import org.entente.node.agreements.conclude.ApproveEntente;
import org.entente.node.agreements.conclude.ApproveEntente.Approving;
import org.entente.node.agreements.conclude.ApproveOutcome;
import org.entente.node.agreements.conclude.MakeMove;
import org.entente.node.agreements.conclude.MoveOutcome;
import org.entente.node.agreements.conclude.ProposeEntente;
import org.entente.node.agreements.conclude.ProposeOutcome;
import org.entente.node.agreements.conclude.SignEntente;
import org.entente.node.agreements.conclude.SignOutcome;
import org.entente.node.agreements.course.ActOutcome;
import org.entente.node.agreements.course.OrderTransitions;
import org.entente.node.agreements.course.PerformAct;
import org.entente.node.agreements.course.TakeTransition;
import org.entente.node.agreements.decide.DecideByTwo;
import org.entente.node.agreements.decide.Decided;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.held.By;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Talks;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.node.keys.Keys;
import org.entente.node.trust.IntroductionOutcome;
import org.entente.node.trust.Trust;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Real nodes that conclude the demo's entente with each other, without a council. */
public final class TestParties {
    public static final String NAME = "quebec-british-columbia";
    public static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Who does it where it does not matter. */
    public static final By OFFICER = By.one("officer");

    private TestParties() {}

    /** A government's node; the organisation of every one is {@code registrar}. */
    public static TestNode government(String place, String code, Map<String, Object> more) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("entente.node.jurisdiction.code", code);
        settings.put("entente.frontier.mirror-every", "1s");
        settings.putAll(more);
        return TestNode.government(place, settings);
    }

    public static TestNode government(String place, String code) {
        return government(place, code, Map.of());
    }

    /** Each learns the other's keys, as their officers would arrange. */
    public static void introduce(TestNode... nodes) {
        for (TestNode one : nodes) {
            for (TestNode other : nodes) {
                if (one != other
                        && !(one.bean(Trust.class).introduce(other.origin(), Instant.now())
                                instanceof IntroductionOutcome.Introduced)) {
                    throw new AssertionError(other.origin() + " was not introduced to " + one.origin());
                }
            }
        }
    }

    /** The demo's draft between these two nodes. */
    public static ObjectNode draft(TestNode quebec, TestNode britishColumbia) {
        String text = Json.write(TestEntentes.draft())
                .replace("https://quebec.example", quebec.origin().toString())
                .replace(
                        "https://british-columbia.example",
                        britishColumbia.origin().toString())
                .replace("etat-civil", "registrar")
                .replace("citizen-services", "registrar");
        return Json.object(text);
    }

    /** Proposes at the first, signs at both, and waits until it is in force at both. */
    public static void conclude(TestNode quebec, TestNode britishColumbia) {
        introduce(quebec, britishColumbia);
        conclude(draft(quebec, britishColumbia), quebec, britishColumbia);
    }

    /** The same, and every government in Canada may join by its own signature. */
    public static void concludeOpen(TestNode quebec, TestNode britishColumbia) {
        ObjectNode draft = draft(quebec, britishColumbia);
        draft.withObject("/accession").put("approval", "open");
        introduce(quebec, britishColumbia);
        conclude(draft, quebec, britishColumbia);
    }

    /** The same for any draft between two that know each other. */
    public static void conclude(ObjectNode draft, TestNode proposer, TestNode other) {
        String name = draft.path("name").asString();
        propose(proposer, draft);
        await().atMost(PATIENCE)
                .until(() -> other.bean(Holdings.class).find(name).isPresent());
        agree(other, name);
        sign(other, name);
        sign(proposer, name);
        for (TestNode node : List.of(proposer, other)) {
            await().atMost(PATIENCE).until(() -> held(node, name).chain().number() == 1);
        }
    }

    public static void propose(TestNode node, ObjectNode draft) {
        ProposeOutcome outcome = node.bean(ProposeEntente.class).propose(draft, "officer", Instant.now());
        if (!(outcome instanceof ProposeOutcome.Proposed)) {
            throw new AssertionError(outcome);
        }
    }

    public static void sign(TestNode node) {
        sign(node, NAME);
    }

    /** Agrees to the text on the table. */
    public static void agree(TestNode node, String name) {
        MoveOutcome outcome =
                node.bean(MakeMove.class).agree(name, talks(node, name).text().hash(), "officer", Instant.now());
        if (!(outcome instanceof MoveOutcome.Done)) {
            throw new AssertionError(outcome);
        }
    }

    public static Talks talks(TestNode node, String name) {
        return held(node, name).talks().orElseThrow();
    }

    /** Takes every step of the approval, each by another officer. */
    public static void approve(TestNode node, String name) {
        Entente text = talks(node, name).text();
        for (int step = 1; step <= talks(node, name).path().size(); step++) {
            ApproveOutcome outcome = node.bean(ApproveEntente.class)
                    .approve(name, new Approving(text.hash(), step, "officer " + step), Instant.now());
            if (!(outcome instanceof ApproveOutcome.Done)) {
                throw new AssertionError(outcome);
            }
        }
    }

    /** Approves and signs, once all agree. */
    public static void sign(TestNode node, String name) {
        await().atMost(PATIENCE).until(() -> talks(node, name).isAgreed());
        approve(node, name);
        String text = talks(node, name).text().hash();
        SignOutcome outcome = node.bean(SignEntente.class).sign(name, text, "client test", Instant.now());
        if (!(outcome instanceof SignOutcome.Done)) {
            throw new AssertionError(outcome);
        }
    }

    /** Ontario asks to join. */
    public static void requestAccession(TestNode newcomer, TestNode party) {
        join(newcomer, party, "first");
        Decided<AccessionOutcome> decided = join(newcomer, party, "second");
        if (!(decided instanceof Decided.Performed<AccessionOutcome>(AccessionOutcome.Requested ignored))) {
            throw new AssertionError(decided);
        }
    }

    /** An officer's word for joining. */
    public static Decided<AccessionOutcome> join(TestNode newcomer, TestNode party, String officer) {
        Entente entente = held(party).entente();
        ObjectNode statement = Json.newObject();
        statement
                .putArray("issuers")
                .addObject()
                .put("organisation", "registrar")
                .putArray("credential_types")
                .add(TestEntentes.IDENTITY);
        return newcomer.bean(DecideByTwo.class).join(entente.id(), statement, entente.hash(), officer, Instant.now());
    }

    /** Ontario asks, the others approve. */
    public static void accede(TestNode newcomer, TestNode... parties) {
        requestAccession(newcomer, parties[0]);
        for (TestNode party : parties) {
            await().atMost(PATIENCE)
                    .until(() -> held(party).pending().stream()
                            .anyMatch(act -> act.party().equals("CA-ON")));
            SignedAct request = held(party).accessions().stream()
                    .filter(act -> act.party().equals("CA-ON"))
                    .findFirst()
                    .orElseThrow();
            ApproveAccession.Outcome approval =
                    party.bean(ApproveAccession.class).approve(NAME, request, OFFICER, Instant.now());
            if (!(approval instanceof ApproveAccession.Outcome.Performed(ActOutcome.Done ignored))) {
                throw new AssertionError(approval);
            }
        }
    }

    public static String perform(TestNode node, ActJson.Written act) {
        return perform(node, NAME, act);
    }

    public static String perform(TestNode node, String name, ActJson.Written act) {
        return switch (node.bean(PerformAct.class).perform(name, act, OFFICER, Instant.now())) {
            case ActOutcome.Done(var done) -> done.name();
            case ActOutcome.Refused(var reason) -> throw new AssertionError(reason);
            case ActOutcome.NotFound() -> throw new AssertionError("not found");
        };
    }

    public static void awaitNumber(int number, TestNode... nodes) {
        for (TestNode node : nodes) {
            await().atMost(PATIENCE).until(() -> held(node).chain().number() == number);
        }
    }

    public static Held held(TestNode node) {
        return held(node, NAME);
    }

    public static Held held(TestNode node, String name) {
        return node.bean(Holdings.class).find(name).orElseThrow();
    }

    /** What British Columbia's node says to a proof of identity of this issuer's. */
    public static Ruling rule(TestNode at, TestNode verifier, TestNode issuer) {
        return at.bean(Agreements.class)
                .rule(
                        new Question(
                                URI.create(verifier.origin() + "/o/registrar"),
                                "arrival",
                                TestEntentes.IDENTITY,
                                URI.create(issuer.origin() + "/o/registrar"),
                                Set.of(ClaimPath.of("name"))),
                        Instant.now());
    }

    public static List<String> hashes(TestNode... nodes) {
        return List.of(nodes).stream()
                .map(node -> held(node).chain().head())
                .distinct()
                .toList();
    }

    /** A node takes a transition that no message brought, and as the depositary goes on from there. */
    public static void takeAndOrder(TestNode node, Transition transition) {
        node.bean(TransactionOperations.class).executeWithoutResult(transaction -> {
            node.bean(Ledger.class).open();
            Held held = node.bean(Ententes.class).find(NAME).orElseThrow();
            if (!(node.bean(TakeTransition.class).take(held, transition, Instant.now()) instanceof Verdict.Applied)) {
                throw new AssertionError("the transition does not hold");
            }
            node.bean(OrderTransitions.class).orderWhatIsReady(NAME, Instant.now());
        });
    }

    /** Parties that entrust another with ordering, after the same transition. */
    public static void entrust(String successor, TestNode... by) {
        String head = held(by[0]).chain().head();
        for (TestNode node : by) {
            await().atMost(PATIENCE).until(() -> held(node).chain().head().equals(head));
            perform(node, ActJson.entrust(successor, head));
        }
    }

    /** That a party entrusts British Columbia after a state. */
    public static SignedAct entrusting(TestNode node, EntenteState state) {
        return TestEntentes.sign(
                node.bean(Keys.class).federation(),
                "entrust-" + node.origin().getHost().substring(0, 4),
                state,
                held(node).party(node.origin()).orElseThrow().key(),
                Instant.now(),
                ActJson.entrust("CA-BC", state.head()));
    }
}
