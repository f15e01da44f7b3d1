package org.entente.node.signin.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.entente.node.signin.TestAuthenticator;
import org.entente.node.signin.ways.Accounts;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a browser sends as the answer of a passkey is refused in order, never by accident. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileAnswerTests {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int MUTATIONS = 1_500;
    private static final long SEED = 20_261_122;

    private final TestNode node = TestNode.wallet(Map.of());
    private final VerifyPasskey verify = node.bean(VerifyPasskey.class);
    private final PasskeyQuestions questions = node.bean(PasskeyQuestions.class);
    private final PersonId person = node.bean(People.class)
            .enter(new EmailAddress("gaspe@example.ca"), Language.FR, NOW)
            .id();
    private final byte[] handle = node.bean(Accounts.class).userHandle(person);
    private final TestAuthenticator authenticator =
            new TestAuthenticator(node.origin().toString());

    @AfterAll
    void close() {
        node.close();
    }

    @Test
    void no_change_of_what_was_signed_proves_anything() {
        Passkeys.Credential credential =
                verify.registration(PasskeyAnswer.parse(made()), person, handle).orElseThrow();
        ObjectNode answer = Json.object(authenticator.get(Json.write(questions.get("Q".repeat(43), List.of()))));
        assertThat(verify.assertion(PasskeyAnswer.parse(Json.write(answer)), credential, Optional.empty()))
                .isInstanceOf(AssertionVerdict.Proven.class);
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            String part = List.of("authenticatorData", "clientDataJSON", "signature", "userHandle")
                    .get(i % 4);
            ObjectNode mutated = mutated(answer, part, random);
            assertThat(judged(() ->
                            verify.assertion(PasskeyAnswer.parse(Json.write(mutated)), credential, Optional.empty())))
                    .as(part + " " + mutated)
                    .isNotInstanceOf(AssertionVerdict.Proven.class);
        }
    }

    @Test
    void no_change_of_a_new_passkey_goes_wrong_by_accident() {
        ObjectNode answer = Json.object(made());
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            ObjectNode mutated = mutated(answer, i % 4 == 0 ? "clientDataJSON" : "attestationObject", random);
            judged(() -> verify.registration(PasskeyAnswer.parse(Json.write(mutated)), person, handle));
        }
    }

    @TestFactory
    Stream<DynamicTest> is_no_answer() {
        ObjectNode answer = Json.object(made());
        return Map.ofEntries(
                        Map.entry("nothing", ""),
                        Map.entry("no JSON", "answer"),
                        Map.entry("no object", "[]"),
                        Map.entry("an object without a response", "{\"id\":\"AA\",\"type\":\"public-key\"}"),
                        Map.entry("one of another type", without(answer, "type")),
                        Map.entry("one without an id", without(answer, "id")),
                        Map.entry(
                                "one with an id that is a number",
                                Json.write(answer.deepCopy().put("id", 7))),
                        Map.entry("one padded", Json.write(answer.deepCopy().put("id", "AA=="))),
                        Map.entry(
                                "one with a member twice",
                                "{\"id\":\"AA\"," + Json.write(answer).substring(1)),
                        Map.entry("one deep in brackets", "{\"a\":" + "[".repeat(100) + "]".repeat(100) + "}"),
                        Map.entry(
                                "one that is too long",
                                Json.write(answer.deepCopy().put("x", "x".repeat(20_000)))),
                        Map.entry("one whose client data is no JSON", withClientData(answer, "x")),
                        Map.entry("one without a challenge", withClientData(answer, "{}")),
                        Map.entry("one whose challenge is a number", withClientData(answer, "{\"challenge\":1}")))
                .entrySet()
                .stream()
                .map(hostile -> DynamicTest.dynamicTest(
                        hostile.getKey(),
                        () -> assertThatThrownBy(() -> PasskeyAnswer.parse(hostile.getValue()))
                                .isInstanceOf(ProtocolError.class)));
    }

    private String made() {
        return authenticator.create(Json.write(questions.create(
                "Q".repeat(43), handle, new EmailAddress("gaspe@example.ca"), Language.FR, List.of())));
    }

    /** What an answer comes to; being malformed is a judgement too. */
    private static Object judged(java.util.function.Supplier<Object> judge) {
        try {
            return judge.get();
        } catch (ProtocolError malformed) {
            return malformed;
        }
    }

    private static ObjectNode mutated(ObjectNode answer, String part, Random random) {
        ObjectNode copy = answer.deepCopy();
        ObjectNode response = (ObjectNode) copy.path("response");
        byte[] bytes = Base64Url.decode(response.path(part).stringValue());
        byte[] changed = switch (random.nextInt(3)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            default -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(8));
                longer[random.nextInt(longer.length)] = (byte) (random.nextInt(255) + 1);
                yield longer;
            }
        };
        response.put(part, Base64Url.encode(changed));
        return copy;
    }

    private static String without(ObjectNode answer, String member) {
        ObjectNode copy = answer.deepCopy();
        copy.remove(member);
        return Json.write(copy);
    }

    private static String withClientData(ObjectNode answer, String clientData) {
        ObjectNode copy = answer.deepCopy();
        ((ObjectNode) copy.path("response")).put("clientDataJSON", Base64Url.encode(clientData));
        return Json.write(copy);
    }
}
