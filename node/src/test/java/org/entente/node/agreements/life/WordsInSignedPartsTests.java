package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.agreements.negotiation.Negotiation;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is signed within a message takes no word that somebody chose, though no schema of a message sees it: every member is
 * known, every text has a form, and the header says nothing of its own. A word that has the form is refused by what takes the
 * part: nobody named it in the entente's text. What a newcomer states of itself apart, which is public.
 */
class WordsInSignedPartsTests {
    private static final String WORDS = "Marie Tremblay, née 1990-04-12";

    /** The same as an identifier, a party's key, an organisation, an address, a type, an act, and as long as a hash is. */
    private static final List<String> DRESSED = List.of(
            "Marie-Tremblay_1990-04-12",
            "MARIE-TREMBLAY-1990-04-12",
            "marie-tremblay-1990-04-12",
            "https://qc.example/ententes/marie-tremblay",
            "https://qc.example/o/marie-tremblay",
            "https://marie-tremblay.example",
            "urn:marie.tremblay:1990-04-12",
            "CA-QC.Marie-Tremblay_1990-04-12",
            "Marie-Tremblay_1990-04-12_1990-04-12_Quebec");

    /** Words that a document's schema marks public; and {@code alg}, which the signer here writes itself. */
    private static final Set<String> UNTRIED = Set.of("fr", "en", "alg");

    private static final Set<String> READ_HERE = Set.of(
            "entente-act/items", "entente-move/move", "entente-standing/transition", "entente-transition/transition");

    /** One of the things that messages carry signed, who signed it, and whether it is read and taken. */
    record Part(String name, TestGovernment by, String jws, Predicate<String> taken) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Part> parts() {
        return Stream.of(acts(), moves(), transitions()).flatMap(all -> all);
    }

    private static Stream<Part> acts() {
        EntenteState before = TestEntentes.inForce();
        Target target = new Target(
                "CA-QC", Target.Direction.ISSUANCE, Set.of(TestEntentes.etatCivil()), Set.of(TestEntentes.IDENTITY));
        SignedAct accession = TestEntentes.act(ONTARIO, "accession", before, TestEntentes.accession(ONTARIO));
        SignedAct stopped = act("stopped", TestEntentes.suspend(TestEntentes.wholeOf(QUEBEC)));
        EntenteState state = TestEntentes.applied(before, TestEntentes.ordered(before, stopped));
        return Stream.of(
                        act("suspend", TestEntentes.suspend(target)),
                        act("lift", ActJson.lift(stopped.name())),
                        accession,
                        act("approve", ActJson.approve(accession.hash())),
                        act(
                                "roll-over",
                                ActJson.rollOver(TestGovernment.create("quebec", "CA-QC", "Québec")
                                        .facts()
                                        .keys())),
                        act("entrust", ActJson.entrust("CA-BC", state.head())),
                        act("withdraw", ActJson.withdraw()))
                .map(act -> new Part(
                        act.act().getClass().getSimpleName(),
                        act == accession ? ONTARIO : QUEBEC,
                        act.jws(),
                        jws -> state.objection(SignedAct.parse(jws), List.of(accession), NOW)
                                .isEmpty()));
    }

    private static Stream<Part> moves() {
        Entente text = TestEntentes.entente();
        Entente other = TestEntentes.entente(
                draft -> draft.putObject("notice").put("fr", "Une autre.").put("en", "Another."));
        Map<String, Party> parties = Negotiation.byKey(text.parties());
        Move first = Move.sign(QUEBEC, text, "CA-QC", NOW, new Move.Step.Propose(text.hash(), 1, ""));
        Negotiation talks = Negotiation.none(1, "").with(first, Optional.of(text));
        return Stream.of(
                        new Move.Step.Propose(other.hash(), 2, text.hash()),
                        new Move.Step.Agree(text.hash(), 1),
                        new Move.Step.Reject(text.hash(), 1))
                .map(step -> Move.sign(QUEBEC, text, "CA-QC", NOW, step))
                .map(move -> new Part(move.step().getClass().getSimpleName(), QUEBEC, move.jws(), jws -> {
                    Move read = Move.parse(jws);
                    // A node finds the talks by the entente's address.
                    return read.entente().equals(text.id())
                            && talks.objection(read, parties, NOW).isEmpty()
                            && (!(read.step() instanceof Move.Step.Propose)
                                    || talks.objection(other, read, parties).isEmpty());
                }));
    }

    private static Stream<Part> transitions() {
        Entente text = TestEntentes.entente();
        EntenteState state = TestEntentes.inForce();
        Transition entry = TestEntentes.entryIntoForce(text, QUEBEC, BRITISH_COLUMBIA);
        Transition suspended =
                TestEntentes.ordered(state, act("stopped", TestEntentes.suspend(TestEntentes.wholeOf(QUEBEC))));
        return Stream.of(
                new Part("entry into force", QUEBEC, entry.jws(), jws -> isTaken(EntenteState.of(text), jws)),
                new Part("suspension", QUEBEC, suspended.jws(), jws -> isTaken(state, jws)));
    }

    private static boolean isTaken(EntenteState state, String jws) {
        return state.apply(Transition.parse(jws), NOW) instanceof Verdict.Applied;
    }

    private static SignedAct act(String id, ActJson.Written written) {
        return TestEntentes.act(QUEBEC, id, TestEntentes.inForce(), written);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_signed_part_takes_no_words_in_any_place(Part part) {
        assertThat(part.taken().test(part.jws())).isTrue();
        CompactJws jws = CompactJws.parse(part.jws());
        List<ObjectNode> changed = changed(jws.claims(), WORDS);
        assertThat(changed).hasSizeGreaterThan(5);
        changed.forEach(claims -> assertRefused(part, jws.header(), claims));
        changed(jws.header(), WORDS).forEach(header -> assertRefused(part, header, jws.claims()));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_word_that_has_the_form_of_a_member_is_not_taken_either(Part part) {
        CompactJws jws = CompactJws.parse(part.jws());
        for (String word : DRESSED) {
            for (ObjectNode claims : changed(jws.claims(), word)) {
                assertNotTaken(part, jws.header(), claims);
            }
            for (ObjectNode header : changed(jws.header(), word)) {
                assertNotTaken(part, header, jws.claims());
            }
        }
    }

    /** That a party stops its own part, ends that or entrusts another is about no text: its hash is only held to its form. */
    private static void assertNotTaken(Part part, ObjectNode header, ObjectNode claims) {
        boolean onlyHash = Set.of("Suspend", "Lift", "Entrust").contains(part.name())
                && claims.path("document").stringValue("").equals(DRESSED.getLast());
        boolean taken;
        try {
            taken = part.taken().test(CompactJws.sign(part.by(), header, claims));
        } catch (ProtocolError refused) {
            taken = false;
        }
        assertThat(taken).as(() -> Json.write(header) + Json.write(claims)).isEqualTo(onlyHash);
    }

    private static void assertRefused(Part part, ObjectNode header, ObjectNode claims) {
        assertThatExceptionOfType(ProtocolError.class)
                .as(() -> Json.write(header) + Json.write(claims))
                .isThrownBy(() -> part.taken().test(CompactJws.sign(part.by(), header, claims)));
    }

    @Test
    void a_signature_over_a_text_takes_no_words_in_any_place() {
        Entente text = TestEntentes.entente();
        ObjectNode signature = Signatures.sign(text, QUEBEC);
        assertThat(Signatures.signatory(text, signature)).contains("CA-QC");
        List<ObjectNode> all = new ArrayList<>(changed(signature, WORDS));
        ObjectNode header = Json.object(
                Base64.getUrlDecoder().decode(signature.path("protected").stringValue()));
        for (ObjectNode other : changed(header, WORDS)) {
            all.add(signature.deepCopy().put("protected", encoded(other)));
        }
        for (ObjectNode one : all) {
            assertThatExceptionOfType(ProtocolError.class)
                    .as(() -> Json.write(one))
                    .isThrownBy(() -> Signatures.requireForm(one));
        }
        ObjectNode named = signature.deepCopy().put("protected", encoded(header.put("kid", DRESSED.getLast())));
        assertThat(Signatures.signatory(text, named)).isEmpty();
    }

    private static String encoded(ObjectNode header) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(header));
    }

    @Test
    void every_message_that_carries_something_signed_is_tried_here() throws IOException {
        Set<String> carried;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/frontier/messages"))) {
            carried = files.flatMap(file -> signed(file.getFileName().toString().replace(".json", ""), read(file)))
                    .collect(Collectors.toSet());
        }
        assertThat(carried).isEqualTo(READ_HERE);
    }

    private static ObjectNode read(Path file) {
        try {
            return Json.object(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The members whose texts have three parts, the last a signature's. */
    private static Stream<String> signed(String type, JsonNode schema) {
        return schema.properties().stream().flatMap(member -> {
            boolean is = member.getValue().path("pattern").asString("").contains("\\.[A-Za-z0-9_-]{86}");
            return is ? Stream.of(type + "/" + member.getKey()) : signed(type, member.getValue());
        });
    }

    /** The object with words in place of one of its texts, in every place in turn, or with one member more. */
    private static List<ObjectNode> changed(ObjectNode whole, String words) {
        List<ObjectNode> all = new ArrayList<>();
        change(whole, words, () -> all.add(whole.deepCopy()));
        return all;
    }

    private static void change(JsonNode within, String words, Runnable seen) {
        switch (within) {
            case ObjectNode object -> {
                for (String name : List.copyOf(object.propertyNames())) {
                    JsonNode before = object.path(name);
                    if (before.isString() && !UNTRIED.contains(name)) {
                        object.put(name, words);
                        seen.run();
                        object.set(name, before);
                    }
                    if (words.equals(WORDS) || !name.equals("newcomer")) {
                        change(before, words, seen);
                    }
                }
                object.put("note", words);
                seen.run();
                object.remove("note");
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    JsonNode before = array.get(i);
                    if (before.isString()) {
                        array.set(i, Json.newObject().put("x", words).path("x"));
                        seen.run();
                        array.set(i, before);
                    }
                    change(before, words, seen);
                }
            }
            default -> {}
        }
    }
}
