package org.entente.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.awaitNumber;
import static org.entente.node.agreements.TestParties.concludeOpen;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.TestParties.perform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.entente.node.TestNode;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** What two nodes and the command say to the same questions, from what one of the nodes publishes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameRulingTests {
    private static final int QUESTIONS = 400;

    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");

    @TempDir
    private Path folder;

    @BeforeAll
    void conclusion() {
        concludeOpen(quebec, britishColumbia);
        Target types = new Target("CA-QC", Target.Direction.ISSUANCE, Set.of(), Set.of(TestEntentes.RESIDENCE));
        perform(quebec, ActJson.suspend(types, Act.Cause.MAINTENANCE));
        awaitNumber(2, quebec, britishColumbia);
    }

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
    }

    @Test
    void the_command_says_to_any_question_what_both_nodes_say() throws Exception {
        List<String> files = List.of(
                saved("record.json", quebec.origin() + "/ententes/" + NAME),
                saved("page.json", quebec.origin() + "/ententes/" + NAME + "/transitions/1"));
        Random random = new Random(20230918);
        Instant last = held(quebec).chain().at();
        Set<String> answers = new TreeSet<>();
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = question(random);
            Instant at = last.plus(
                    random.nextInt(5) == 0
                            ? Duration.ofHours(2 + random.nextInt(200))
                            : Duration.ofMinutes(random.nextInt(60)));
            Ruling ofQuebec = quebec.bean(Agreements.class).rule(question, at);
            String ruled = Json.write(ofQuebec.toJson());
            assertThat(britishColumbia.bean(Agreements.class).rule(question, at).toJson())
                    .isEqualTo(ofQuebec.toJson());
            assertThat(said(files, question, at)).isEqualTo(ruled);
            answers.add(Json.object(ruled).path("step").asString("permitted"));
        }
        assertThat(answers)
                .as("the questions reach what there is to reach")
                .contains(
                        "permitted",
                        "standing",
                        "verifier",
                        "purpose",
                        "credential-type",
                        "issuer",
                        "freshness",
                        "claims");
    }

    private Question question(Random random) {
        String columbia = britishColumbia.origin() + "/o/registrar";
        Set<ClaimPath> claims = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            claims.add(one(
                    random,
                    ClaimPath.of("name"),
                    ClaimPath.of("name"),
                    ClaimPath.of("pseudonyms", "ca-bc-arrival"),
                    ClaimPath.of("pseudonyms", "ca-qc-civil-status"),
                    ClaimPath.of("place_of_birth"),
                    ClaimPath.of("address", "locality")));
        }
        return new Question(
                URI.create(one(
                        random, columbia, columbia, columbia, quebec.origin() + "/o/registrar", "https://a.example")),
                one(random, "arrival", "arrival", "civil-status-certificate", "fishing"),
                one(random, TestEntentes.IDENTITY, TestEntentes.IDENTITY, TestEntentes.RESIDENCE, "urn:other"),
                URI.create(one(
                        random,
                        quebec.origin() + "/o/registrar",
                        quebec.origin() + "/o/parks",
                        columbia,
                        "https://b.example")),
                claims);
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    private String said(List<String> files, Question question, Instant at) throws IOException {
        ObjectNode json = Json.newObject()
                .put("verifier", question.verifier().toString())
                .put("purpose", question.purpose())
                .put("credential_type", question.credentialType())
                .put("issuer", question.issuer().toString())
                .put("at", at.toString());
        var claims = json.putArray("claims");
        question.claims().forEach(claim -> claims.add(claim.toJson()));
        Path file = Files.writeString(folder.resolve("question.json"), Json.write(json));
        List<String> line = new ArrayList<>(List.of("ruling", "--json", "--question", file.toString()));
        line.addAll(files);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RulingCommand.run(new Words(line), new PrintStream(bytes, true, StandardCharsets.UTF_8), Instant.EPOCH);
        ObjectNode answer = Json.object(bytes.toString(StandardCharsets.UTF_8).strip());
        answer.remove("at");
        return Json.write(answer);
    }

    private String saved(String name, String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI loopback = URI.create(address.replace("quebec.localhost", "localhost"));
            HttpRequest request = HttpRequest.newBuilder(loopback).build();
            Path file = folder.resolve(name);
            assertThat(client.send(request, BodyHandlers.ofFile(file)).statusCode())
                    .isEqualTo(200);
            return file.toString();
        }
    }
}
