package org.entente.node.agreements;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.held.Recorded;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.EntenteState;
import org.entente.node.agreements.life.Heard;
import org.entente.node.agreements.life.Ordering;
import org.entente.node.agreements.life.SignedAct;
import org.entente.node.agreements.life.Target;
import org.entente.node.agreements.life.Transition;
import org.entente.node.agreements.life.Verdict;
import org.entente.protocols.jose.Signer;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The demo's entente between governments without nodes. */
public final class TestEntentes {
    public static final String IDENTITY = "urn:entente:ca:proof-of-identity:1";
    public static final String RESIDENCE = "urn:entente:ca:proof-of-residence:1";
    public static final Instant NOW = Instant.parse("2026-12-01T17:00:00Z");

    private TestEntentes() {}

    /** The demo's draft. */
    public static ObjectNode draft() {
        try (InputStream file = TestEntentes.class.getResourceAsStream("/demo/entente.json")) {
            return Json.object(Objects.requireNonNull(file).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo's entente between Québec, its depositary, and British Columbia. */
    public static Entente entente() {
        return entente(draft -> {});
    }

    /** The same, with something changed in the draft. */
    public static Entente entente(Consumer<ObjectNode> change) {
        ObjectNode draft = draft();
        change.accept(draft);
        return Draft.complete(
                draft,
                TestGovernment.QUEBEC.entity(),
                Map.of(
                        TestGovernment.QUEBEC.entity(), TestGovernment.QUEBEC.facts(),
                        TestGovernment.BRITISH_COLUMBIA.entity(), TestGovernment.BRITISH_COLUMBIA.facts(),
                        TestGovernment.NUNAVUT.entity(), TestGovernment.NUNAVUT.facts()));
    }

    /** The draft with Nunavut as a third party that issues nothing. */
    public static void withThirdParty(ObjectNode draft) {
        ObjectNode third = draft.path("parties").path(1).deepCopy().asObject();
        third.put("key", "CA-NU").put("entity", TestGovernment.NUNAVUT.entity().toString());
        third.putArray("issuers");
        ((ArrayNode) draft.path("parties")).add(third);
    }

    /** An entente that all its parties have signed. */
    public static EntenteState inForce(Entente entente, TestGovernment... parties) {
        return applied(EntenteState.of(entente), entryIntoForce(entente, parties));
    }

    /** The demo's entente in force. */
    public static EntenteState inForce() {
        return inForce(entente(), TestGovernment.QUEBEC, TestGovernment.BRITISH_COLUMBIA);
    }

    public static Transition entryIntoForce(Entente entente, TestGovernment... parties) {
        ArrayNode signatures = Json.newArray();
        for (TestGovernment party : parties) {
            signatures.add(Signatures.sign(entente, party));
        }
        return Transition.order(
                TestGovernment.QUEBEC,
                EntenteState.of(entente),
                new Transition.Content.EntryIntoForce(signatures),
                NOW.minusSeconds(3600));
    }

    /** What the depositary orders next. */
    public static Transition ordered(EntenteState state, SignedAct... acts) {
        return Transition.order(TestGovernment.QUEBEC, state, new Transition.Content.Acts(List.of(acts)), NOW);
    }

    public static EntenteState applied(EntenteState state, Transition transition) {
        return switch (state.apply(transition, NOW)) {
            case Verdict.Applied(EntenteState next) -> next;
            case Verdict.Rejected(var reason) -> throw new AssertionError(reason);
        };
    }

    /** The same entente as if it had come to this number by some history that nobody knows. */
    public static EntenteState at(EntenteState state, int number) {
        return new EntenteState(
                state.entente(),
                number,
                "A".repeat(43),
                state.at(),
                state.members(),
                Map.of(),
                Set.of(),
                Set.of(),
                Ordering.NONE);
    }

    public static SignedAct act(TestGovernment by, String id, EntenteState about, ActJson.Written act) {
        return sign(by, id, about, by.key(), NOW, act);
    }

    /** An act whose id stands for a word of the test. */
    public static SignedAct sign(
            Signer signer, String id, EntenteState about, String party, Instant at, ActJson.Written act) {
        return SignedAct.sign(signer, id(id), about, party, at, act);
    }

    /** A UUID that looks random and is the same for the same word. */
    public static UUID id(String word) {
        UUID named = UUID.nameUUIDFromBytes(word.getBytes(StandardCharsets.UTF_8));
        return new UUID(named.getMostSignificantBits() & ~0x7000L | 0x4000L, named.getLeastSignificantBits());
    }

    /** The name of the act of a party, {@code CA-QC.word}. */
    public static String named(String act) {
        int dot = act.indexOf('.');
        return act.substring(0, dot + 1) + id(act.substring(dot + 1));
    }

    /** Transitions that were taken at their own time, each with the state that follows if it holds. */
    public static List<Recorded> recorded(Entente text, List<Transition> transitions) {
        List<Recorded> recorded = new ArrayList<>();
        EntenteState state = EntenteState.of(text);
        for (Transition transition : transitions) {
            state = state.apply(transition, hash -> Optional.of(text), transition.at())
                            instanceof Verdict.Applied(EntenteState next)
                    ? next
                    : state;
            recorded.add(new Recorded(transition, transition.at(), state));
        }
        return recorded;
    }

    /** Acts that await the depositary, heard of when they were signed. */
    public static List<Heard> heard(SignedAct... acts) {
        return Stream.of(acts).map(act -> new Heard(act, act.at())).toList();
    }

    public static ActJson.Written suspend(Target target) {
        return ActJson.suspend(target, Act.Cause.MAINTENANCE);
    }

    public static Target wholeOf(TestGovernment party) {
        return new Target(party.key(), Target.Direction.BOTH, Set.of(), Set.of());
    }

    /** Ontario's accession, with one organisation that issues proofs of identity. */
    public static ActJson.Written accession(TestGovernment newcomer) {
        ObjectNode statement = Json.newObject();
        statement
                .putArray("issuers")
                .addObject()
                .put("organisation", "registrar-general")
                .putArray("credential_types")
                .add(IDENTITY);
        return ActJson.accede(Draft.newcomer(newcomer.entity(), newcomer.facts(), statement));
    }

    public static URI etatCivil() {
        return TestGovernment.QUEBEC.organisation("etat-civil");
    }

    public static URI citizenServices() {
        return TestGovernment.BRITISH_COLUMBIA.organisation("citizen-services");
    }
}
