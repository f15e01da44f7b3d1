package org.entente.node.signin.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestResidents;
import org.entente.node.signin.Simultaneously;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.Requirement;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** What is used once stays so under fifty attempts on two processes of one node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationRaceTests {
    private static final int ATTEMPTS = 50;

    private final TestResidents residents = new TestResidents(Map.of());
    private final TestNode node = residents.node();
    private final TestNode twin = node.twin();
    private final TestWallet wallet = new TestWallet(node);
    private final TestBrowser resident = residents.resident();

    @AfterAll
    void close() {
        twin.close();
        residents.close();
    }

    @Test
    @Requirement("Security §2 code-once")
    void one_of_fifty_redemptions_of_a_code_gets_a_token_and_the_others_end_it() {
        String code = wallet.code(resident);
        List<HttpResponse<String>> answers = Simultaneously.attempt(ATTEMPTS, i -> () -> at(i).redeem(code));
        ObjectNode won = assertOneWins(answers);
        assertThat(wallet.refresh(won.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(400);
    }

    @Test
    @Requirement("Security §2 refresh-once")
    void one_of_fifty_exchanges_of_a_refresh_token_gets_the_next_and_the_others_end_it() {
        String token = wallet.tokens(resident).path("refresh_token").stringValue();
        List<HttpResponse<String>> answers = Simultaneously.attempt(ATTEMPTS, i -> () -> at(i).refresh(token));
        ObjectNode won = assertOneWins(answers);
        assertThat(wallet.refresh(won.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void one_of_fifty_answers_to_a_request_counts() {
        String page = wallet.open(resident, wallet.pushed());
        resident.get(page);
        List<String> locations = Simultaneously.attempt(
                ATTEMPTS,
                i -> () -> TestBrowser.location(TestBrowser.withCookie(process(i), resident.cookie())
                        .post(page, Map.of("answer", i % 5 == 0 ? "deny" : "allow"))));
        assertThat(locations)
                .filteredOn(location -> location.startsWith(TestWallet.BACK))
                .hasSize(1);
        assertThat(locations)
                .filteredOn(location -> !location.startsWith(TestWallet.BACK))
                .containsOnly("/fr/authorize/unopened");
        assertThat(locations.stream()
                        .filter(location -> location.startsWith(TestWallet.BACK))
                        .map(TestWallet::read)
                        .filter(AuthorizationAnswer.Code.class::isInstance)
                        .count())
                .isEqualTo(codesOfThisRequest());
    }

    @Test
    void one_of_many_persons_who_sign_in_for_a_request_has_it() {
        String name = wallet.pushed();
        String page = wallet.open(residents.visitor(), name);
        List<TestBrowser> persons = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            persons.add(residents.stranger("person" + i + "@example.org"));
        }
        List<String> locations = Simultaneously.attempt(
                ATTEMPTS,
                i -> () -> persons.get(i % persons.size()).cookie() + " "
                        + TestBrowser.location(TestBrowser.withCookie(
                                        process(i),
                                        persons.get(i % persons.size()).cookie())
                                .get(page)));
        assertThat(locations.stream()
                        .filter(location -> location.contains("/attestations/match/"))
                        .map(location -> location.split(" ")[0])
                        .distinct())
                .hasSize(1);
    }

    private long codesOfThisRequest() {
        return node.bean(JdbcClient.class)
                .sql("select count(*) from signin.authorizations where not code_used")
                .query(Long.class)
                .single();
    }

    private TestWallet at(int attempt) {
        return wallet.at(process(attempt));
    }

    private TestNode process(int attempt) {
        return attempt % 2 == 0 ? node : twin;
    }

    private static ObjectNode assertOneWins(List<HttpResponse<String>> answers) {
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> assertThat(
                                TestOAuthClient.json(answer).path("error").stringValue())
                        .isEqualTo("invalid_grant"));
        return answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(TestOAuthClient::json)
                .findFirst()
                .orElseThrow();
    }
}
