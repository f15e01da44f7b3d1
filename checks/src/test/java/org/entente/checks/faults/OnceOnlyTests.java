package org.entente.checks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.signin.Simultaneously;
import org.entente.node.signin.TestAuthenticator;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.json.Json;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What is consumed once stays so under fifty attempts at one moment, half of them at each of a node's two processes. */
@InProvinces
class OnceOnlyTests {
    private static final int ATTEMPTS = 50;

    private final Provinces provinces;
    private final PairedNode quebec;

    OnceOnlyTests(Provinces provinces) {
        this.provinces = provinces;
        this.quebec = provinces.quebec();
    }

    @Test
    void a_code_from_the_mail_signs_in_once() {
        Person person = new Person(quebec.door());
        String code = person.askForCode(provinces.mailbox(), "once@example.org");
        List<Answer> answers = attempt(i -> person.at(quebec.door(i)).giveCode(code));
        assertOneWins(answers, 303, lost -> lost.status() == 400);
    }

    @Test
    void a_recovery_code_opens_the_account_once() {
        String email = "recovered@example.org";
        Person person = new Person(quebec.door()).signIn(provinces.mailbox(), email);
        Answer page = person.post("/en/account/recovery-code", Map.of()).expect(200);
        String code = Jsoup.parse(page.text()).select(".recovery").text();
        List<Answer> answers = attempt(
                i -> new Person(quebec.door(i)).post("/en/sign-in/recovery", Map.of("email", email, "code", code)));
        assertOneWins(answers, 303, lost -> lost.status() == 400);
    }

    @Test
    void a_pre_authorized_code_gives_one_token() {
        Offered offered = offered();
        Holder holder = new Holder(quebec.door());
        assertOneWins(attempt(i -> holder.at(quebec.door(i)).redeem(offered)), 200, "invalid_grant");
    }

    @Test
    void a_nonce_is_spent_on_one_batch() {
        Holder holder = new Holder(quebec.door());
        String token = Holder.accessToken(holder.redeem(offered()));
        String request = holder.request(Holder.keys(2), holder.nonce());
        long entries = quebec.number("select count(*) from issuance.status_entries");
        assertOneWins(attempt(i -> holder.at(quebec.door(i)).credential(token, request)), 200, "invalid_nonce");
        assertThat(quebec.number("select count(*) from issuance.status_entries"))
                .isEqualTo(entries + 2);
    }

    @Test
    void a_proof_of_possession_is_taken_once() {
        Holder holder = new Holder(quebec.door());
        String body = TestOAuthClient.form(TestWallet.request());
        String proof = holder.proof("/oauth/par", "");
        List<Answer> answers = attempt(i -> holder.at(quebec.door(i)).send("/oauth/par", Door.FORM, body, "", proof));
        assertOneWins(answers, 201, "invalid_dpop_proof");
    }

    @Test
    void a_pushed_request_is_answered_once_and_its_code_gives_one_token_that_is_renewed_once() {
        Person person = new Person(quebec.door())
                .signIn(provinces.mailbox(), "permits@example.org")
                .match(provinces.residents().next());
        Holder holder = new Holder(quebec.door());
        String page =
                person.open(holder.push().expect(201).json().path("request_uri").asString(""));
        List<Answer> answers = attempt(i -> person.at(quebec.door(i)).post(page, Map.of("answer", "allow")));
        assertThat(answers).allMatch(answer -> answer.status() == 303);
        List<Answer> permitted = answers.stream()
                .filter(answer -> answer.location().toString().startsWith(TestWallet.BACK))
                .toList();
        assertThat(permitted).hasSize(1);

        String code = Person.code(permitted.getFirst());
        assertOneWins(attempt(i -> holder.at(quebec.door(i)).exchange(code)), 200, "invalid_grant");

        String renewable = Holder.refreshToken(holder.exchange(person.allow(
                person.open(holder.push().expect(201).json().path("request_uri").asString("")))));
        assertOneWins(attempt(i -> holder.at(quebec.door(i)).refresh(renewable)), 200, Answer::isRetryable);
    }

    @Test
    void an_answer_to_a_verifier_is_taken_once_and_its_result_handed_over_once() {
        PairedNode columbia = provinces.columbia();
        Holder.Copy copy =
                provinces.copies(quebec.door(), provinces.residents().next(), 1).getFirst();
        Verifier verifier = new Verifier(columbia.door());
        Provinces.until("the status list", () -> verifier.accepts(copy));
        Verifier.Question question = verifier.ask();
        String form = Verifier.show(question, copy);
        List<Answer> answers = attempt(i -> verifier.at(columbia.door(i)).take(question, form));
        Answer taken = assertOneWins(answers, 200, lost -> lost.status() == 400);

        List<Answer> results = attempt(i -> verifier.at(columbia.door(i)).result(question, taken));
        assertOneWins(
                results.stream()
                        .filter(result ->
                                result.status() != 200 || result.json().has("claims"))
                        .toList(),
                200,
                lost -> lost.status() / 100 == 4);
        assertThat(results).hasSize(ATTEMPTS);
    }

    @Test
    void a_message_of_another_government_is_taken_once_and_answered_with_one_receipt() throws Exception {
        PairedNode columbia = provinces.columbia();
        ObjectNode draft = Json.object(Json.write(TestEntentes.draft())
                        .replace("https://quebec.example", quebec.origin().toString())
                        .replace(
                                "https://british-columbia.example",
                                columbia.origin().toString()))
                .put("name", "british-columbia-quebec");
        long before = quebec.number("select count(*) from frontier.inbox");
        CompletableFuture<List<Answer>> receipts = quebec.balancer().repeatNext("/frontier/messages", ATTEMPTS);
        new Ministry(columbia.door()).post("/api/ententes", draft).expect(201);
        List<Answer> answers = receipts.get();
        assertThat(answers).hasSize(ATTEMPTS).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(quebec.number("select count(*) from frontier.inbox")).isEqualTo(before + 1);
    }

    @Test
    void an_offer_is_accepted_once_in_a_wallet() {
        PairedNode wallet = provinces.wallet();
        Offered offered = offered();
        Person holder = new Person(wallet.door()).signIn(provinces.mailbox(), "holder@example.org");
        String link = "/en/wallet/offer?"
                + TestOAuthClient.form(
                        Map.of("credential_offer_uri", offered.address().toString()));
        URI offer = holder.get(link).expect(303).location();
        long families = quebec.number("select count(*) from issuance.families");
        long attestations = wallet.number("select count(*) from wallet.attestations");
        List<Answer> answers = attempt(i -> holder.at(wallet.door(i))
                .post(offer.getPath() + "/accept", Map.of("tx_code", offered.transactionCode())));
        // So many from one holder within a minute are more than the wallet follows.
        assertThat(answers).extracting(Answer::status).containsOnly(303, 429);
        assertThat(wallet.number("select count(*) from wallet.attestations")).isEqualTo(attestations + 1);
        assertThat(quebec.number("select count(*) from issuance.families")).isEqualTo(families + 1);
    }

    /** The authenticator does not count, as those do not that share their passkeys: the question alone is spent. */
    @Test
    void a_question_to_a_passkey_is_answered_once() {
        Person owner = new Person(quebec.door()).signIn(provinces.mailbox(), "passkey@example.org");
        TestAuthenticator authenticator = new TestAuthenticator(quebec.origin().toString()).uncounted();
        String made = authenticator.create(owner.post("/en/account/passkeys/add/question", Map.of())
                .expect(200)
                .text());
        owner.post("/en/account/passkeys/add", Map.of("name", "Clé de Matane", "answer", made))
                .expect(303);
        Person person = new Person(quebec.door());
        String answer = authenticator.get(person.post("/en/sign-in/passkey/question", Map.of())
                .expect(200)
                .text());
        List<Answer> answers =
                attempt(i -> person.at(quebec.door(i)).post("/en/sign-in/passkey", Map.of("answer", answer)));
        assertOneWins(answers, 303, lost -> lost.status() == 400);
    }

    /** As many accounts as may try a record from one network. */
    @Test
    void a_record_is_matched_by_one_of_those_who_know_it() {
        Residents.Resident resident = provinces.residents().next();
        List<Person> accounts = IntStream.range(0, 6)
                .mapToObj(i -> new Person(quebec.door()).signIn(provinces.mailbox(), "match-" + i + "@example.org"))
                .toList();
        long matches = quebec.number("select count(*) from registers.matches");
        List<Answer> answers = Simultaneously.attempt(
                accounts.size(),
                i -> () ->
                        accounts.get(i).at(quebec.door(i)).post("/en/attestations/match/residents", resident.knows()));
        assertOneWins(answers, 303, lost -> lost.status() == 409);
        assertThat(quebec.number("select count(*) from registers.matches")).isEqualTo(matches + 1);
    }

    @Test
    void a_holders_agreement_shows_one_copy_once() {
        PairedNode wallet = provinces.wallet();
        PairedNode columbia = provinces.columbia();
        Person holder = new Person(wallet.door()).signIn(provinces.mailbox(), "agrees@example.org");
        receive(holder);
        Person visitor = new Person(columbia.door());
        String way = Jsoup.parse(visitor.follow(visitor.post("/en/services/arrival", Map.of()))
                        .expect(200)
                        .text())
                .select("a[href*=/wallet/present?]")
                .attr("href");
        String request = Door.path(holder.follow(holder.get(Door.path(URI.create(way))))
                .expect(303)
                .location());
        holder.get(request).expect(200);
        long shown = wallet.number("select count(*) from wallet.showings");
        List<Answer> answers = attempt(i -> holder.at(wallet.door(i)).post(request + "/agree", Map.of()));
        assertThat(answers)
                .filteredOn(answer -> answer.head()
                        .value("Location")
                        .startsWith(columbia.origin().toString()))
                .hasSize(1);
        assertThat(wallet.number("select count(*) from wallet.showings")).isEqualTo(shown + 1);
    }

    private void receive(Person holder) {
        Offered offered = offered();
        String link = TestOAuthClient.form(
                Map.of("credential_offer_uri", offered.address().toString()));
        String offer =
                Door.path(holder.get("/en/wallet/offer?" + link).expect(303).location());
        holder.post(offer + "/accept", Map.of("tx_code", offered.transactionCode()))
                .expect(303);
    }

    private Offered offered() {
        return new Ministry(quebec.door()).offer(provinces.residents().next().number(), Holder.IDENTITY);
    }

    private static List<Answer> attempt(IntFunction<Answer> attempt) {
        return Simultaneously.attempt(ATTEMPTS, i -> () -> attempt.apply(i));
    }

    private static void assertOneWins(List<Answer> answers, int won, String error) {
        assertOneWins(answers, won, lost -> lost.error().equals(error));
    }

    private static Answer assertOneWins(List<Answer> answers, int won, Predicate<Answer> lost) {
        assertThat(answers).filteredOn(answer -> answer.status() == won).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != won).allMatch(lost);
        return answers.stream()
                .filter(answer -> answer.status() == won)
                .findFirst()
                .orElseThrow();
    }
}
