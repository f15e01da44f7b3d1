package org.entente.node.signin.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.issuance.TestResidents;
import org.entente.node.issuance.offer.MadeOffer;
import org.entente.node.issuance.offer.MakeOffer;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.TestAuthenticator;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestPasskeys;
import org.entente.node.signin.TestWallet;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** Whoever comes back with a recovery code, or signs out everywhere, takes back what somebody else had permitted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoverAccountTests {
    private static final Pattern GROUP = Pattern.compile("<span>([0-9A-Z]{4})</span>");

    private static final Pattern LISTED = Pattern.compile("name=\"passkey\" value=\"([0-9a-f-]{36})\"");
    private static final String REVIEW = "/en/account/passkeys/review";

    private final TestResidents residents = new TestResidents(Map.of(
            "entente.signin.limits.codes-per-account-and-hour", 100,
            "entente.signin.limits.codes-per-account-and-day", 100,
            "entente.signin.limits.attempts-per-account-and-hour", 100,
            "entente.signin.limits.attempts-per-account-and-day", 100));
    private final TestNode node = residents.node();
    private final TestWallet wallet = new TestWallet(node);
    private final JdbcClient sql = node.bean(JdbcClient.class);
    private TestBrowser resident = residents.visitor();
    private String code = "";

    @BeforeEach
    void make_a_recovery_code() {
        sql.sql("delete from signin.passkeys").update();
        sql.sql("update signin.accounts set mail_codes = true").update();
        sql.sql("update issuance.families set revoked_at = now() where revoked_at is null")
                .update();
        resident = residents.resident();
        String page = resident.post("/en/account/recovery-code", Map.of()).body();
        code = GROUP.matcher(page).results().map(group -> group.group(1)).collect(Collectors.joining());
        assertThat(code).hasSize(RecoveryCode.LENGTH);
    }

    @AfterAll
    void close() {
        residents.close();
    }

    @Test
    void no_wallet_renews_what_was_permitted_before() {
        ObjectNode tokens = wallet.tokens(resident);
        recover(code);
        assertThat(wallet.refresh(tokens.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_was_issued_before_is_revoked() {
        ObjectNode tokens = wallet.tokens(resident);
        TestHolder holder = new TestHolder(node, wallet.client());
        holder.obtain(tokens.path("access_token").stringValue(), TestIssuer.IDENTITY, holder.keys(2));
        recover(code);
        assertThat(holding()).isZero();
    }

    @Test
    void a_code_that_is_wrong_ends_nothing() {
        ObjectNode tokens = wallet.tokens(resident);
        TestHolder holder = new TestHolder(node, wallet.client());
        holder.obtain(tokens.path("access_token").stringValue(), TestIssuer.IDENTITY, holder.keys(1));
        HttpResponse<String> refused = recover((code.startsWith("0") ? "1" : "0") + code.substring(1));
        assertThat(refused.statusCode()).isNotEqualTo(303);
        assertThat(holding()).isEqualTo(1);
        assertThat(wallet.refresh(tokens.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void signing_out_everywhere_withdraws_what_wallets_were_permitted_and_revokes_nothing() {
        ObjectNode tokens = wallet.tokens(resident);
        TestHolder holder = new TestHolder(node, wallet.client());
        holder.obtain(tokens.path("access_token").stringValue(), TestIssuer.IDENTITY, holder.keys(1));
        resident.post("/en/account/places/end", Map.of());
        assertThat(wallet.refresh(tokens.path("refresh_token").stringValue()).statusCode())
                .isEqualTo(400);
        assertThat(holding()).isEqualTo(1);
    }

    @Test
    void signing_out_everywhere_ends_offers_that_somebody_in_a_session_noted_and_none_that_a_client_made() {
        TestHolder thief = new TestHolder(node, wallet.client());
        TestHolder.Given clients = thief.offered(TestIssuer.RECORD, TestIssuer.IDENTITY);
        TestHolder.Given noted = noted(resident);
        String code = thief.code(noted);
        resident.post("/en/account/places/end", Map.of());

        assertThat(thief.redeem(code, noted.transactionCode()).statusCode()).isEqualTo(400);
        assertThat(thief.redeem(clients, clients.transactionCode()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_passkey_of_before_signs_in_again_once_its_owner_has_confirmed_it() {
        TestAuthenticator passkey = TestPasskeys.add(resident, origin());
        assertThat(TestPasskeys.signIn(residents.visitor(), passkey).statusCode())
                .isEqualTo(303);
        TestBrowser owner = residents.visitor();
        assertThat(TestBrowser.location(recover(owner, code))).startsWith(REVIEW);

        HttpResponse<String> refused = TestPasskeys.signIn(residents.visitor(), passkey);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Cette clé d’accès est suspendue");

        HttpResponse<String> confirmed = owner.post(REVIEW, Map.of("passkey", listed(owner), "answer", "confirm"));
        assertThat(TestBrowser.location(owner.get(TestBrowser.location(confirmed))))
                .as("as no other is suspended")
                .startsWith("/en/account/passkeys/add");
        assertThat(TestPasskeys.signIn(residents.visitor(), passkey).statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_passkey_of_before_that_is_removed_never_signs_in() {
        TestAuthenticator passkey = TestPasskeys.add(resident, origin());
        TestBrowser owner = residents.visitor();
        recover(owner, code);
        owner.post(REVIEW, Map.of("passkey", listed(owner), "answer", "remove"));

        assertThat(TestPasskeys.signIn(residents.visitor(), passkey).statusCode())
                .isEqualTo(400);
        assertThat(owner.get("/en/account").body()).contains("You have no passkey yet");
    }

    @Test
    void who_recovers_an_account_that_no_mail_led_into_enters_by_mail_when_the_browser_is_closed() throws Exception {
        TestBrowser owner = recoveredWithoutMailCodes();
        assertThat(owner.get(REVIEW).body()).contains("also if you had turned them off");
        assertThat(residents.mailbox().next("rimouski@example.org", "Codes by e-mail were turned on"))
                .isNotNull();

        residents.visitor().signIn(residents.mailbox(), "rimouski@example.org");
    }

    @Test
    void who_reads_until_the_recovery_is_no_longer_recent_proves_by_mail_who_it_is_and_reads_on() {
        TestBrowser owner = recoveredWithoutMailCodes();
        sql.sql("update signin.sessions set proven_at = proven_at - interval '1 hour' where person is not null")
                .update();
        String confirm = TestBrowser.location(owner.get(REVIEW));
        assertThat(confirm).startsWith("/en/account/confirm");
        assertThat(owner.get(confirm).body()).contains("name=\"email\"", "rimouski@example.org");

        owner.signIn(residents.mailbox(), "rimouski@example.org");
        assertThat(listed(owner)).isNotEmpty();
    }

    @Test
    void the_last_that_an_account_without_a_way_in_is_known_by_is_not_removed() {
        TestBrowser owner = recoveredWithoutMailCodes();
        sql.sql("update signin.accounts set mail_codes = false").update();
        try {
            String passkey = listed(owner);
            owner.post(REVIEW, Map.of("passkey", passkey, "answer", "remove"));
            assertThat(listed(owner)).isEqualTo(passkey);
            assertThat(owner.post("/en/account/passkeys/" + passkey + "/remove", Map.of())
                            .statusCode())
                    .isEqualTo(409);
        } finally {
            sql.sql("update signin.accounts set mail_codes = true").update();
        }
    }

    @Test
    void a_suspended_passkey_neither_counts_nor_proves_anything_and_one_that_is_added_now_does() {
        TestPasskeys.add(resident, origin());
        TestBrowser owner = residents.visitor();
        recover(owner, code);
        assertThat(owner.get("/en/account").body()).contains("Suspended", REVIEW);
        assertThat(allowed(owner)).isZero();

        TestAuthenticator added = TestPasskeys.add(owner, origin());
        assertThat(allowed(owner)).isOne();
        assertThat(TestPasskeys.signIn(residents.visitor(), added).statusCode()).isEqualTo(303);
        assertThat(owner.post("/en/account/mail-codes", Map.of("let", "false")).statusCode())
                .as("one passkey is not enough")
                .isEqualTo(409);
    }

    @Test
    void nobody_confirms_anothers_passkey() {
        TestAuthenticator passkey = TestPasskeys.add(resident, origin());
        TestBrowser owner = residents.visitor();
        recover(owner, code);
        residents.stranger("gaspe@example.org").post(REVIEW, Map.of("passkey", listed(owner), "answer", "confirm"));

        assertThat(TestPasskeys.signIn(residents.visitor(), passkey).statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_owner_is_told_that_passkeys_are_suspended_and_that_one_is_in_use_again() throws Exception {
        TestPasskeys.add(resident, origin());
        TestBrowser owner = residents.visitor();
        recover(owner, code);
        owner.post(REVIEW, Map.of("passkey", listed(owner), "answer", "confirm"));

        assertThat(residents
                        .mailbox()
                        .next("rimouski@example.org", "Your recovery code was used")
                        .getContent()
                        .toString())
                .contains("none signs in before you have confirmed it");
        assertThat(residents.mailbox().next("rimouski@example.org", "A passkey of your account is in use again"))
                .isNotNull();
    }

    /** What stands on the page of an offer that is made in a session. */
    private TestHolder.Given noted(TestBrowser browser) {
        String page = TestBrowser.location(browser.post("/en/attestations", Map.of("type", TestIssuer.IDENTITY)));
        String[] parts = page.split("/");
        PersonId person = new PersonId(sql.sql("select person from issuance.offers where id = :id")
                .param("id", UUID.fromString(parts[parts.length - 1]))
                .query(UUID.class)
                .single());
        MadeOffer made = node.bean(MakeOffer.class)
                .find(UUID.fromString(parts[parts.length - 1]), parts[parts.length - 2], person, Instant.now())
                .orElseThrow();
        return new TestHolder.Given(made.address(), made.transactionCode());
    }

    /** Who had one passkey and the code, and no codes by mail, and has used the code. */
    private TestBrowser recoveredWithoutMailCodes() {
        TestPasskeys.add(resident, origin());
        assertThat(resident.post("/en/account/mail-codes", Map.of("let", "false"))
                        .statusCode())
                .isEqualTo(303);
        TestBrowser owner = residents.visitor();
        recover(owner, code);
        return owner;
    }

    /** The one passkey on the page where they are confirmed. */
    private static String listed(TestBrowser owner) {
        String page = owner.get(REVIEW).body();
        assertThat(page).contains("Clé de Matane");
        return LISTED.matcher(page).results().findFirst().orElseThrow().group(1);
    }

    /** How many passkeys may prove that it is still the owner. */
    private static int allowed(TestBrowser owner) {
        String question = owner.ask("/en/account/confirm/question").body();
        return Json.object(question).path("allowCredentials").size();
    }

    private String origin() {
        return node.origin().toString();
    }

    private HttpResponse<String> recover(String entered) {
        return recover(residents.visitor(), entered);
    }

    private static HttpResponse<String> recover(TestBrowser browser, String entered) {
        return browser.post("/en/sign-in/recovery", Map.of("email", "rimouski@example.org", "code", entered));
    }

    private int holding() {
        return sql.sql("select count(*) from issuance.families where revoked_at is null")
                .query(Integer.class)
                .single();
    }
}
