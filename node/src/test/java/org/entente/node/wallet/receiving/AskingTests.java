package org.entente.node.wallet.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.signin.Simultaneously;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestIssuer.Mischief;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.entente.protocols.oauth.AuthorizationRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** The way of a holder to an issuer who is to allow it, and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AskingTests {
    private TestNode wallet;
    private TestReceptions receptions;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(Map.of());
        receptions = new TestReceptions(wallet);
    }

    @AfterAll
    void close() {
        wallet.close();
    }

    @Test
    @Requirement("OID4VCI 1.0 §5.1.4 par")
    @Requirement("OID4VCI 1.0 §4.1.1 issuer_state")
    @Requirement("OID4VCI 1.0 §5.1.2 resource")
    @Requirement("RFC 7636 §4.1 verifier")
    @Requirement("RFC 7636 §4.5 sent")
    void receives_what_the_holder_allows_at_the_issuer() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = opened(holder, offer(issuer, "{\"authorization_code\":{\"issuer_state\":\"of the offer\"}}"));
            URI page = asked(holder, offer);
            AuthorizationRequest request = issuer.authorizations.asked(page);
            assertThat(request.value("issuer_state")).contains("of the offer");
            assertThat(request.value("resource")).contains(issuer.id().toString());
            assertThat(request.redirectUri()).hasToString(wallet.origin() + "/wallet/authorized");
            assertThat(heard(holder, issuer.authorizations.allow(page))).contains(offer);
            assertThat(stored(holder, offer).state()).isEqualTo(OfferState.RECEIVED);
            assertThat(wallet.bean(Attestations.class).of(holder)).hasSize(1);
        }
    }

    @Test
    @Requirement("OID4VCI 1.0 §5.1.1 locations")
    void asks_in_detail_where_a_configuration_has_no_scope() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            URI page = asked(holder, opened(holder, offer(issuer, "{\"authorization_code\":{}}")));
            ObjectNode detail = issuer.authorizations.asked(page).details().getFirst();
            assertThat(detail.path("type").stringValue()).isEqualTo("openid_credential");
            assertThat(detail.path("credential_configuration_id").stringValue()).isEqualTo("residence");
            assertThat(detail.path("locations").get(0).stringValue())
                    .isEqualTo(issuer.id().toString());
        }
    }

    @Test
    @Requirement("OID4VCI 1.0 §4.1.1 grants-absent")
    @Requirement("OID4VCI 1.0 §6.1 tx_code-only-here")
    void an_offer_without_grants_leads_to_the_issuer_too() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = opened(holder, offer(issuer, "{}"));
            heard(holder, issuer.authorizations.allow(asked(holder, offer)));
            assertThat(stored(holder, offer).state()).isEqualTo(OfferState.RECEIVED);
        }
    }

    @Test
    void a_holder_without_the_offers_code_may_ask_the_issuer_instead() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            ObjectNode both = issuer.offer();
            both.withObject("/grants").putObject("authorization_code");
            UUID offer = opened(holder, both);
            URI page = asked(holder, offer);
            assertThat(receptions.accept(holder, offer, TestIssuer.CODE)).isInstanceOf(ReceiveOutcome.Received.class);
            assertThat(heard(holder, issuer.authorizations.allow(page))).isEmpty();
            assertThat(wallet.bean(Attestations.class).of(holder)).hasSize(1);
        }
    }

    @Test
    void what_a_holder_chose_without_an_offer_is_a_new_wish_each_time() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            OpenOutcome first = choose(holder, issuer, "residence");
            assertThat(choose(holder, issuer, "residence")).isNotEqualTo(first);
            assertThat(choose(holder, issuer, "nothing"))
                    .isEqualTo(new OpenOutcome.NotReadable(Step.ISSUER, Problem.NOT_SUPPORTED));
            UUID offer = ((OpenOutcome.Opened) first).offer();
            heard(holder, issuer.authorizations.allow(asked(holder, offer)));
            assertThat(stored(holder, offer).state()).isEqualTo(OfferState.RECEIVED);
        }
    }

    @Test
    void a_no_at_the_issuer_leaves_the_offer_open() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = opened(holder, offer(issuer, "{}"));
            heard(holder, issuer.authorizations.deny(asked(holder, offer)));
            assertStopped(holder, offer, OfferState.OPEN, Problem.DENIED);
            heard(holder, issuer.authorizations.allow(asked(holder, offer)));
            assertThat(stored(holder, offer).state()).isEqualTo(OfferState.RECEIVED);
        }
    }

    @Test
    @Requirement("RFC 9207 §2.4 checked")
    void an_answer_in_another_servers_name_or_in_none_is_not_taken() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            for (String named : List.of("https://somebody.example", "")) {
                UUID offer = opened(holder, offer(issuer, "{}"));
                heard(holder, issuer.authorizations.allow(asked(holder, offer), named));
                assertStopped(holder, offer, OfferState.FAILED, Problem.OTHER_ISSUER);
            }
            assertThat(issuer.tokenRequests).hasValue(0);
        }
    }

    @Test
    void an_answer_that_nobody_waits_for_is_not_taken() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = opened(holder, offer(issuer, "{}"));
            URI earlier = asked(holder, offer);
            URI page = asked(holder, offer);
            URI answer = issuer.authorizations.allow(page);
            assertThat(heard(TestReceptions.somebody(), answer)).isEmpty();
            assertThat(heard(holder, issuer.authorizations.allow(earlier))).isEmpty();
            assertThat(hear(holder, answer.getRawQuery().replaceFirst("state=[^&]*", "state=forged")))
                    .isEmpty();
            assertThat(hear(holder, answer.getRawQuery().replaceFirst("state=[^&]*&", "")))
                    .isEmpty();
            for (String malformed : List.of("", "code=a", "code=a&code=b&state=c", "code=a&error=b", "%zz")) {
                assertThat(hear(holder, malformed)).isEmpty();
            }
            assertThat(heard(holder, answer)).contains(offer);
            assertThat(heard(holder, answer)).isEmpty();
            assertThat(issuer.tokenRequests).hasValue(1);
        }
    }

    @Test
    void of_fifty_hearings_of_one_answer_on_two_processes_one_goes_on() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer();
                TestNode twin = wallet.twin()) {
            UUID offer = opened(holder, offer(issuer, "{}"));
            String query = issuer.authorizations.allow(asked(holder, offer)).getRawQuery();
            List<Optional<UUID>> heard = Simultaneously.attempt(
                    50,
                    i -> () ->
                            (i % 2 == 0 ? wallet : twin).bean(HearIssuer.class).hear(holder, query, Instant.now()));
            assertThat(heard).filteredOn(Optional::isPresent).hasSize(1);
            assertThat(issuer.tokenRequests).hasValue(1);
            assertThat(wallet.bean(Attestations.class).of(holder)).hasSize(1);
        }
    }

    @Test
    @Requirement("Security §3 downgrade")
    void a_bearer_token_is_refused_after_a_code_too() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer(Mischief.BEARER_TOKEN)) {
            UUID offer = opened(holder, offer(issuer, "{}"));
            heard(holder, issuer.authorizations.allow(asked(holder, offer)));
            assertStopped(holder, offer, OfferState.FAILED, Problem.NOT_SUPPORTED);
        }
    }

    @Test
    void what_is_remembered_of_the_asking_is_sealed_and_goes_with_the_answer() {
        PersonId holder = TestReceptions.somebody();
        try (TestIssuer issuer = new TestIssuer()) {
            UUID offer = opened(holder, offer(issuer, "{}"));
            URI page = asked(holder, offer);
            String state = issuer.authorizations.asked(page).state();
            assertThat(row(offer)).doesNotContain(state).contains("asking");
            heard(holder, issuer.authorizations.allow(page));
            assertThat(wallet.bean(JdbcClient.class)
                            .sql("select count(*) from wallet.offers where id = :id and sealed_asking is null"
                                    + " and answer_state is null")
                            .param("id", offer)
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }

    private static ObjectNode offer(TestIssuer issuer, String grants) {
        ObjectNode offer = issuer.offer();
        offer.set("grants", Json.object(grants));
        return offer;
    }

    private UUID opened(PersonId holder, ObjectNode offer) {
        OpenOutcome outcome = receptions.open(holder, Optional.of(Json.write(offer)), Optional.empty());
        return ((OpenOutcome.Opened) outcome).offer();
    }

    private OpenOutcome choose(PersonId holder, TestIssuer issuer, String configuration) {
        return wallet.bean(OpenOffer.class).choose(holder, issuer.id(), configuration, Instant.now());
    }

    private URI asked(PersonId holder, UUID offer) {
        AskOutcome outcome = wallet.bean(AskIssuer.class).ask(holder, offer, Language.FR, Instant.now());
        if (outcome instanceof AskOutcome.Leads(URI page)) {
            return page;
        }
        throw new AssertionError("not led anywhere: " + stored(holder, offer).failure());
    }

    private Optional<UUID> heard(PersonId holder, URI answer) {
        return hear(holder, answer.getRawQuery());
    }

    private Optional<UUID> hear(PersonId holder, String query) {
        return wallet.bean(HearIssuer.class).hear(holder, query, Instant.now());
    }

    private StoredOffer stored(PersonId holder, UUID offer) {
        return wallet.bean(Offers.class).find(holder, offer).orElseThrow();
    }

    private void assertStopped(PersonId holder, UUID offer, OfferState state, Problem problem) {
        StoredOffer stored = stored(holder, offer);
        assertThat(stored.state()).isEqualTo(state);
        assertThat(stored.failure()).contains(new StoredOffer.Failure(Step.PERMISSION, problem, Optional.empty()));
    }

    private String row(UUID offer) {
        return wallet.bean(JdbcClient.class)
                .sql("select o::text from wallet.offers o where id = :id")
                .param("id", offer)
                .query(String.class)
                .single();
    }
}
