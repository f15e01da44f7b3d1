package org.entente.node.agreements.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.hashes;
import static org.entente.node.agreements.TestParties.held;
import static org.entente.node.agreements.api.TestApi.assertProblem;
import static org.entente.node.agreements.api.TestApi.call;
import static org.entente.node.agreements.api.TestApi.json;
import static org.entente.node.agreements.api.TestApi.read;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entente.node.TestNode;
import org.entente.node.agreements.Agreements;
import org.entente.node.agreements.Question;
import org.entente.node.agreements.Ruling;
import org.entente.node.agreements.RulingStep;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestParties;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ArrayNode;

/** One issuer of a government is suspended, by a page and by the API, and its other issuer goes on everywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuerSuspensionTests {
    private static final String HERE = "/en/ententes/" + NAME;
    private static final String SUSPENSIONS = "/api/ententes/" + NAME + "/suspensions";

    private final TestMailbox mailbox = new TestMailbox();
    private final TestNode quebec = government("quebec", "CA-QC", settings());
    private final TestNode columbia = government("british-columbia", "CA-BC", settings());
    private final TestBrowser officer = new TestBrowser(quebec).signIn(mailbox, "first@example.ca");
    private final URI perce = URI.create(quebec.origin() + "/o/perce");
    private final URI registrar = URI.create(quebec.origin() + "/o/registrar");

    @BeforeAll
    void begin() {
        var draft = TestParties.draft(quebec, columbia);
        ((ArrayNode) draft.at("/parties/0/issuers"))
                .addObject()
                .put("organisation", "perce")
                .putArray("credential_types")
                .add(TestEntentes.IDENTITY);
        TestParties.introduce(quebec, columbia);
        TestParties.conclude(draft, quebec, columbia);
        awaitPermitted(perce);
        awaitPermitted(registrar);
    }

    @AfterAll
    void close() {
        columbia.close();
        quebec.close();
        mailbox.close();
    }

    @Test
    void an_officer_suspends_one_issuer_on_the_page_and_lifts_it() {
        Map<String, String> form = form(perce.toString());
        assertThat(officer.post(HERE + "/suspension", form).statusCode()).isEqualTo(303);
        awaitStopped();
        assertThat(read(columbia, HERE).body()).contains(perce.toString());
        assertThat(trustList()).contains(registrar.toString()).doesNotContain(perce.toString());
        await().atMost(PATIENCE).until(() -> hashes(quebec, columbia).size() == 1);
        String id = held(quebec).chain().suspensions().keySet().iterator().next();
        assertThat(officer.post(HERE + "/suspensions/" + id + "/lift", Map.of()).statusCode())
                .isEqualTo(303);
        awaitPermitted(perce);
        assertThat(trustList()).contains(registrar.toString(), perce.toString());
        awaitSettled();
    }

    /** Whose credentials count, as the other party publishes it. */
    private String trustList() {
        return Json.write(CompactJws.parse(
                        read(columbia, "/ententes/" + NAME + "/trust-list").body())
                .claims());
    }

    @Test
    void a_script_stops_accepting_one_issuer_of_another_and_goes_on() {
        String body = "{\"direction\":\"acceptance\",\"cause\":\"error-in-issuance\",\"issuers\":[\"" + perce + "\"]}";
        HttpResponse<String> suspended = call(columbia, "POST", SUSPENSIONS, body);
        assertThat(suspended.statusCode()).isEqualTo(202);
        assertThat(ruling(columbia, perce)).isInstanceOf(Ruling.Refused.class);
        awaitStopped();
        assertThat(json(call(quebec, "GET", "/api/ententes/" + NAME, ""))
                        .at("/suspensions/0/issuers/0")
                        .asString())
                .isEqualTo(perce.toString());
        String act = json(suspended).path("act").asString();
        assertThat(call(columbia, "DELETE", SUSPENSIONS + "/" + act, "").statusCode())
                .isEqualTo(202);
        awaitPermitted(perce);
        awaitSettled();
    }

    @Test
    void an_issuer_that_nobody_names_is_suspended_by_nobody() {
        String nobody = "https://nobody.example/o/marie-tremblay";
        assertThat(officer.post(HERE + "/suspension", form(nobody)).statusCode())
                .isEqualTo(400);
        assertProblem(call(columbia, "POST", SUSPENSIONS, "{\"issuers\":[\"" + nobody + "\"]}"), 409, "unnamed");
        await().atMost(PATIENCE).until(() -> held(columbia).pending().isEmpty());
        assertThat(held(quebec).chain().suspensions()).isEmpty();
    }

    private static Map<String, String> form(String issuer) {
        return Map.of("party", "CA-QC", "direction", "both", "cause", "error-in-issuance", "issuers", issuer);
    }

    /** The one issuer counts nowhere, for that reason, and the other everywhere. */
    private void awaitStopped() {
        for (TestNode node : new TestNode[] {quebec, columbia}) {
            await().atMost(PATIENCE)
                    .until(() -> ruling(node, perce) instanceof Ruling.Refused refused
                            && refused.step() == RulingStep.STANDING);
            assertThat(ruling(node, registrar)).isInstanceOf(Ruling.Permitted.class);
            await().atMost(PATIENCE)
                    .until(() -> !held(node).chain().suspensions().isEmpty());
        }
    }

    private void awaitPermitted(URI issuer) {
        for (TestNode node : new TestNode[] {quebec, columbia}) {
            await().atMost(PATIENCE).until(() -> ruling(node, issuer) instanceof Ruling.Permitted);
        }
    }

    /** What one of them said is in the chain of both: no act waits for its place, as a lift does that counts at once. */
    private void awaitSettled() {
        await().atMost(PATIENCE)
                .until(() -> held(quebec).pending().isEmpty()
                        && held(columbia).pending().isEmpty());
        await().atMost(PATIENCE).until(() -> hashes(quebec, columbia).size() == 1);
    }

    private Ruling ruling(TestNode at, URI issuer) {
        var question = new Question(
                URI.create(columbia.origin() + "/o/registrar"),
                "arrival",
                TestEntentes.IDENTITY,
                issuer,
                Set.of(ClaimPath.of("name")));
        return at.bean(Agreements.class).rule(question, Instant.now());
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(mailbox.settings());
        settings.putAll(TestOAuthClient.settings("agreements", "agreements.read"));
        settings.put("entente.people.officers", "first@example.ca,second@example.ca");
        settings.put("entente.node.organisations[1].id", "perce");
        settings.put("entente.node.organisations[1].name.fr", "Ville de Percé");
        settings.put("entente.node.organisations[1].name.en", "Town of Percé");
        return settings;
    }
}
