package org.entente.node.agreements.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Signatures;
import org.entente.node.agreements.negotiation.Move;
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
 * known, every text has a form, and the header says nothing of its own. The public words of a newcomer's statement apart,
 * which the document's schema marks so.
 */
class WordsInSignedPartsTests {
    private static final String WORDS = "Marie Tremblay, née 1990-04-12";
    /** Words that a document's schema marks public; and {@code alg}, which the signer here writes itself. */
    private static final Set<String> UNTRIED = Set.of("fr", "en", "alg");

    private static final Set<String> READ_HERE = Set.of(
            "entente-act/items", "entente-move/move", "entente-standing/transition", "entente-transition/transition");

    /** One of the things that messages carry signed, and what reads it. */
    record Part(String name, String jws, Consumer<String> reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Part> parts() {
        Entente text = TestEntentes.entente();
        EntenteState state = TestEntentes.inForce();
        Target target = new Target(
                "CA-QC", Target.Direction.ISSUANCE, Set.of(TestEntentes.etatCivil()), Set.of(TestEntentes.IDENTITY));
        SignedAct accession = TestEntentes.act(ONTARIO, "accession", state, TestEntentes.accession(ONTARIO));
        SignedAct suspension = act("suspend-1", TestEntentes.suspend(target));
        Stream<Part> acts = Stream.of(
                        suspension,
                        act("lift-0001", ActJson.lift(suspension.name())),
                        accession,
                        act("approve-1", ActJson.approve(accession.hash())),
                        act(
                                "roll-over",
                                ActJson.rollOver(BRITISH_COLUMBIA.facts().keys())),
                        act("entrust-1", ActJson.entrust("CA-BC", state.head())),
                        act("withdraw-", ActJson.withdraw()))
                .map(act -> new Part(act.id(), act.jws(), SignedAct::parse));
        Stream<Part> moves = Stream.of(
                        new Move.Step.Propose(text.hash(), 2, text.hash()),
                        new Move.Step.Agree(text.hash(), 1),
                        new Move.Step.Reject(text.hash(), 1))
                .map(step -> Move.sign(QUEBEC, text, "CA-QC", NOW, step))
                .map(move -> new Part(move.step().getClass().getSimpleName(), move.jws(), Move::parse));
        Stream<Part> transitions = Stream.of(
                        TestEntentes.entryIntoForce(text, QUEBEC, BRITISH_COLUMBIA),
                        TestEntentes.ordered(state, suspension))
                .map(one -> new Part("transition " + one.number(), one.jws(), Transition::parse));
        return Stream.of(acts, moves, transitions).flatMap(all -> all);
    }

    private static SignedAct act(String id, ActJson.Written written) {
        return TestEntentes.act(QUEBEC, id, TestEntentes.inForce(), written);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void a_signed_part_takes_no_words_in_any_place(Part part) {
        assertThatNoException().isThrownBy(() -> part.reader().accept(part.jws()));
        CompactJws jws = CompactJws.parse(part.jws());
        List<ObjectNode> changed = changed(jws.claims());
        assertThat(changed).hasSizeGreaterThan(5);
        changed.forEach(claims -> assertRefused(part, jws.header(), claims));
        changed(jws.header()).forEach(header -> assertRefused(part, header, jws.claims()));
    }

    private static void assertRefused(Part part, ObjectNode header, ObjectNode claims) {
        assertThatExceptionOfType(ProtocolError.class)
                .as(() -> Json.write(header) + Json.write(claims))
                .isThrownBy(() -> part.reader().accept(CompactJws.sign(QUEBEC, header, claims)));
    }

    @Test
    void a_signature_over_a_text_takes_no_words_in_any_place() {
        Entente text = TestEntentes.entente();
        ObjectNode signature = Signatures.sign(text, QUEBEC);
        assertThat(Signatures.signatory(text, signature)).contains("CA-QC");
        List<ObjectNode> all = new ArrayList<>(changed(signature));
        ObjectNode header = Json.object(
                Base64.getUrlDecoder().decode(signature.path("protected").stringValue()));
        for (ObjectNode other : changed(header)) {
            all.add(signature.deepCopy().put("protected", encoded(other)));
        }
        for (ObjectNode one : all) {
            assertThatExceptionOfType(ProtocolError.class)
                    .as(() -> Json.write(one))
                    .isThrownBy(() -> Signatures.requireForm(one));
        }
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
    private static List<ObjectNode> changed(ObjectNode whole) {
        List<ObjectNode> all = new ArrayList<>();
        change(whole, () -> all.add(whole.deepCopy()));
        return all;
    }

    private static void change(JsonNode within, Runnable seen) {
        switch (within) {
            case ObjectNode object -> {
                for (String name : List.copyOf(object.propertyNames())) {
                    JsonNode before = object.path(name);
                    if (before.isString() && !UNTRIED.contains(name)) {
                        object.put(name, WORDS);
                        seen.run();
                        object.set(name, before);
                    }
                    change(before, seen);
                }
                object.put("note", WORDS);
                seen.run();
                object.remove("note");
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    JsonNode before = array.get(i);
                    if (before.isString()) {
                        array.set(i, Json.newObject().put("x", WORDS).path("x"));
                        seen.run();
                        array.set(i, before);
                    }
                    change(before, seen);
                }
            }
            default -> {}
        }
    }
}
