package org.entente.node.signin.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.TestResidents;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.Simultaneously;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;
import org.entente.node.signin.device.DeviceFamily;
import org.entente.node.signin.device.Marks;
import org.entente.node.signin.device.Visitor;
import org.entente.node.signin.session.AdmitPerson;
import org.entente.node.signin.session.EndSessions;
import org.entente.node.signin.session.Means;
import org.entente.node.signin.ways.Accounts;
import org.entente.protocols.Requirement;
import org.entente.protocols.oauth.AuthorizationAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is used once stays so under fifty attempts on two processes of one node, and a session that ends gives nothing any
 * more, whatever it does at that moment.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationRaceTests {
    private static final int ATTEMPTS = 50;

    private final TestResidents residents = new TestResidents(Map.of());
    private final TestNode node = residents.node();
    private final TestNode twin = node.twin();
    private final TestWallet wallet = new TestWallet(node);
    private final TestBrowser resident = residents.resident();
    private final JdbcClient sql = node.bean(JdbcClient.class);

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
    void the_same_request_sent_twice_at_once_obtains_one_token_and_ends_nothing() {
        for (int round = 0; round < 12; round++) {
            String form = TestOAuthClient.form(TestWallet.exchange(wallet.code(resident)));
            String proof = wallet.client().proof("POST", "/oauth/token", "");
            List<HttpResponse<String>> answers =
                    Simultaneously.attempt(2, i -> () -> at(i).post("/oauth/token", form, proof));
            ObjectNode won = assertOneWins(answers, "invalid_dpop_proof");
            assertThat(wallet.refresh(won.path("refresh_token").stringValue()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    @Requirement("Security §2 refresh-once")
    void one_of_fifty_exchanges_of_a_refresh_token_gets_the_next_and_the_others_are_told_to_wait() {
        String token = wallet.tokens(resident).path("refresh_token").stringValue();
        List<HttpResponse<String>> answers = Simultaneously.attempt(ATTEMPTS, i -> () -> at(i).refresh(token));
        ObjectNode won = assertOneWins(answers, "temporarily_unavailable");
        assertThat(wallet.refresh(won.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(200);
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
                        .filter(AuthorizationAnswer.Code.class::isInstance))
                .hasSize(codesOfThisRequest());
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

    @Test
    void nothing_is_given_by_a_session_that_ends_meanwhile() {
        TestBrowser thief = residents.resident();
        String page = wallet.open(thief, wallet.pushed());
        thief.get(page);
        assertThat(whileSessionsEnd(thief, "/fr/attestations", Map.of("type", TestIssuer.IDENTITY)))
                .startsWith("/fr/sign-in");
        assertThat(whileSessionsEnd(residents.resident(), "/en/account/recovery-code", Map.of()))
                .startsWith("/en/sign-in");
        TestBrowser again = residents.resident();
        assertThat(whileSessionsEnd(again, page, Map.of("answer", "allow"))).startsWith("/fr/sign-in");

        assertThat(count("issuance.offers where person is not null")).isZero();
        assertThat(count("signin.accounts where recovery_mac is not null")).isZero();
        assertThat(count("signin.authorizations")).isZero();
    }

    @Test
    void what_a_session_gave_at_the_last_moment_ends_with_it() {
        TestBrowser thief = residents.resident();
        String page = wallet.open(thief, wallet.pushed());
        thief.get(page);
        UUID request = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        SignedIn signedIn = new SignedIn(session(thief), person(thief), Means.CODE, Instant.now());
        var ended = duringTransaction(
                () -> node.bean(AnswerRequest.class).allow(request, signedIn, Instant.now()),
                () -> twin.bean(EndSessions.class).endOthers(person(thief), session(resident)));
        ended.join();

        assertThat(count("signin.authorizations")).isZero();
    }

    @Test
    void a_session_that_begins_as_the_others_end_is_one_of_them() {
        PersonId person = person(resident);
        UUID kept = session(resident);
        Visitor thief = new Visitor("192.0.2.9", Marks.NONE, DeviceFamily.of(""));
        var signIn = new AdmitPerson.Proven(UUID.randomUUID(), person, Means.CODE, thief, Language.FR, true);
        duringTransaction(
                        () -> node.bean(AdmitPerson.class).admit(signIn, Instant.now()),
                        () -> twin.bean(EndSessions.class).endOthers(person, kept))
                .join();

        assertThat(sql.sql("select id from signin.sessions where person = :person")
                        .param("person", person.value())
                        .query(UUID.class)
                        .list())
                .containsExactly(kept);
    }

    @Test
    void a_code_by_mail_that_is_entered_while_codes_are_turned_off_does_not_sign_in() {
        String email = "matane@example.org";
        PersonId owner = person(residents.stranger(email));
        TestBrowser other = residents.visitor();
        other.post("/fr/sign-in", Map.of("email", email));
        String code = TestBrowser.code(residents.mailbox());
        Accounts accounts = node.bean(Accounts.class);
        TestBrowser elsewhere = other.at(twin);
        AtomicInteger status = new AtomicInteger();
        duringTransaction(
                        () -> {
                            accounts.lock(owner);
                            accounts.letMailCodes(owner, false);
                        },
                        () -> status.set(elsewhere
                                .post("/fr/sign-in/code", Map.of("code", code))
                                .statusCode()))
                .join();

        assertThat(status).hasValue(400);
        assertThat(elsewhere.get("/fr").body()).doesNotContain("/fr/sign-out");
    }

    /** Where a form leads that is sent after all sessions but one have ended, and before that is committed. */
    private String whileSessionsEnd(TestBrowser thief, String path, Map<String, String> form) {
        AtomicReference<String> location = new AtomicReference<>("");
        UUID kept = session(resident);
        PersonId person = person(thief);
        duringTransaction(
                        () -> node.bean(EndSessions.class).endOthers(person, kept),
                        () -> location.set(TestBrowser.location(thief.at(twin).post(path, form))))
                .join();
        return location.get();
    }

    /** Starts the second, in another process, once the first is done, and commits once the second waits or is done, too. */
    private CompletableFuture<Void> duringTransaction(Runnable first, Runnable second) {
        return Objects.requireNonNull(node.bean(TransactionOperations.class).execute(transaction -> {
            first.run();
            int pid = sql.sql("select pg_backend_pid()").query(Integer.class).single();
            CompletableFuture<Void> started = CompletableFuture.runAsync(second);
            await().atMost(Duration.ofSeconds(30)).until(() -> started.isDone() || isWaitedFor(pid));
            return started;
        }));
    }

    private boolean isWaitedFor(int pid) {
        return sql.sql("select count(*) from pg_stat_activity where :pid = any(pg_blocking_pids(pid))")
                        .param("pid", pid)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private UUID session(TestBrowser browser) {
        return sql.sql("select id from signin.sessions where token_hash = :hash")
                .param("hash", Secrets.hash(browser.cookie()))
                .query(UUID.class)
                .single();
    }

    private PersonId person(TestBrowser browser) {
        return new PersonId(sql.sql("select person from signin.sessions where token_hash = :hash")
                .param("hash", Secrets.hash(browser.cookie()))
                .query(UUID.class)
                .single());
    }

    private int count(String rows) {
        return sql.sql("select count(*) from " + rows).query(Integer.class).single();
    }

    private int codesOfThisRequest() {
        return count("signin.authorizations where not code_used");
    }

    private TestWallet at(int attempt) {
        return wallet.at(process(attempt));
    }

    private TestNode process(int attempt) {
        return attempt % 2 == 0 ? node : twin;
    }

    private static ObjectNode assertOneWins(List<HttpResponse<String>> answers) {
        return assertOneWins(answers, "invalid_grant");
    }

    private static ObjectNode assertOneWins(List<HttpResponse<String>> answers, String lost) {
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> assertThat(
                                TestOAuthClient.json(answer).path("error").stringValue())
                        .isEqualTo(lost));
        return answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(TestOAuthClient::json)
                .findFirst()
                .orElseThrow();
    }
}
