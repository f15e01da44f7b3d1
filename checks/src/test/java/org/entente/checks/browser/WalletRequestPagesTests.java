package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestVerifier;
import org.entente.node.wallet.TestVerifier.Mischief;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request in the wallet: consent, its end, and verifiers that do not keep to the protocol. */
@InCountry
class WalletRequestPagesTests {
    private static final String IDENTITY = "urn:entente:ca:proof-of-identity:1";
    private static final String RESIDENCE = "urn:entente:ca:proof-of-residence:1";
    private static final String AGREE = ".decision .button >> nth=0";

    private final Country country;
    private final PageChecks pages;
    private final List<AutoCloseable> others = new ArrayList<>();
    private TestNode node;
    private Resident resident;
    private Resident elsewhere;

    WalletRequestPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
    }

    @BeforeAll
    void receive() {
        country.entente();
        node = country.wallet();
        resident = new Resident(country)
                .holding(org.entente.node.issuance.TestIssuer.IDENTITY, org.entente.node.issuance.TestIssuer.RESIDENCE);
        elsewhere = new Resident(country);
        receive(elsewhere);
    }

    @AfterAll
    void close() throws Exception {
        for (AutoCloseable other : others) {
            other.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> a_services_request() {
        return pages.hold(
                "wallet-request",
                to(resident.opened(Asking.begun(country.columbia()).wallet())));
    }

    @TestFactory
    Stream<DynamicTest> a_service_that_asks_for_all_names() {
        return pages.hold("wallet-request-names", askedForNames());
    }

    @TestFactory
    Stream<DynamicTest> none_of_the_names_ticked() {
        return pages.hold("wallet-request-names-none", askedForNames().then(page -> {
            List<Locator> boxes = page.locator(".names input[type=checkbox]").all();
            assertThat(boxes).hasSize(2);
            boxes.forEach(box -> box.setChecked(false));
            page.click(AGREE);
        }));
    }

    @TestFactory
    Stream<DynamicTest> what_a_service_does_without() {
        return pages.hold("wallet-request-extras", to(askedForMore("true")));
    }

    @TestFactory
    Stream<DynamicTest> nothing_ticked_where_all_may_be_left_out() {
        return pages.hold(
                "wallet-request-extras-none", to(askedForMore("false")).then(page -> page.click(AGREE)));
    }

    @TestFactory
    Stream<DynamicTest> no_copy_of_what_a_service_does_without() {
        Resident other = new Resident(country)
                .holding(org.entente.node.issuance.TestIssuer.IDENTITY, org.entente.node.issuance.TestIssuer.RESIDENCE);
        String page = other.opened(URI.create("/en" + askedForMore("true")));
        assertThat(node.bean(JdbcClient.class)
                        .sql("""
                                update wallet.copies set shown_to = 'x', shown_at = now()
                                 where attestation in (
                                    select a.id from wallet.attestations a
                                      join wallet.requests r on r.person = a.person
                                     where r.id = cast(? as uuid) and a.type = ?)""")
                        .params(page.substring(page.lastIndexOf('/') + 1), RESIDENCE)
                        .update())
                .isPositive();
        return pages.hold("wallet-request-extras-no-copy", Way.to(node, page, other.browser()));
    }

    /** A link to a request for a proof of identity and, if one likes, of residence. */
    private String askedForMore(String identityRequired) {
        return link(verifier().with(DcqlQuery.parse(Json.parse("""
                {"credentials": [
                    {"id": "a", "format": "dc+sd-jwt", "meta": {"vct_values": ["%s"]}, "claims": [{"path": ["name"]}]},
                    {"id": "b", "format": "dc+sd-jwt", "meta": {"vct_values": ["%s"]},
                     "claims": [{"path": ["address", "locality"]}]}],
                 "credential_sets": [
                    {"options": [["a"]], "required": %s}, {"options": [["b"]], "required": false}]}""".formatted(IDENTITY, RESIDENCE, identityRequired)))));
    }

    @TestFactory
    Stream<DynamicTest> lacking_what_is_asked() {
        Resident other = new Resident(country);
        String page = other.opened(Asking.begun(country.columbia()).wallet());
        return pages.hold("wallet-request-lacking", Way.to(node, page, other.browser()));
    }

    @TestFactory
    Stream<DynamicTest> after_agreeing() {
        String page = resident.opened(Asking.begun(country.columbia()).wallet());
        resident.post(page + "/agree", Map.of());
        return pages.hold("wallet-request-answered", to(page));
    }

    @TestFactory
    Stream<DynamicTest> after_refusing() {
        String page = resident.opened(Asking.begun(country.columbia()).wallet());
        resident.post(page + "/refuse", Map.of());
        return pages.hold("wallet-request-declined", to(page));
    }

    @TestFactory
    Stream<DynamicTest> an_answer_that_is_on_its_way() {
        String page = resident.opened(Asking.begun(country.columbia()).wallet());
        set(page, "state = 'answering', attempt = id, attempt_at = now() + interval '1 hour'");
        return pages.hold("wallet-request-underway", to(page));
    }

    @TestFactory
    Stream<DynamicTest> two_attestations_that_serve() {
        return pages.hold("wallet-request-choice", choice());
    }

    @TestFactory
    Stream<DynamicTest> none_of_the_two_chosen() {
        return pages.hold("wallet-request-choice-missing", choice().then(page -> page.click(AGREE)));
    }

    @TestFactory
    Stream<DynamicTest> no_copy_for_this_service() {
        Resident other = new Resident(country).holding(org.entente.node.issuance.TestIssuer.IDENTITY);
        String page = other.opened(Asking.begun(country.columbia()).wallet());
        String wallet = other.browser().get("/en/wallet").body();
        String attestation = wallet.replaceAll("(?s).*/wallet/attestations/([0-9a-f-]+)\".*", "$1");
        assertThat(node.bean(JdbcClient.class)
                        .sql(
                                "update wallet.copies set shown_to = 'x', shown_at = now() where attestation = cast(? as uuid)")
                        .param(attestation)
                        .update())
                .isPositive();
        return pages.hold("wallet-request-no-copy", Way.to(node, page, other.browser()));
    }

    @TestFactory
    Stream<DynamicTest> an_answer_that_did_not_arrive() {
        return pages.hold("wallet-request-not-arrived", agreed(verifier().answeredNowhere()));
    }

    @TestFactory
    Stream<DynamicTest> an_answer_of_unknown_fate() {
        return pages.hold("wallet-request-uncertain", agreed(verifier(Mischief.BREAKS_OFF)));
    }

    @TestFactory
    Stream<DynamicTest> an_answer_that_was_not_taken() {
        return pages.hold("wallet-request-failed", agreed(verifier(Mischief.REFUSES_ANSWERS)));
    }

    @TestFactory
    Stream<DynamicTest> more_requests_than_there_is_room_for() {
        Resident besieged = new Resident(country);
        String page = besieged.opened(URI.create("/en" + link(verifier())));
        node.bean(JdbcClient.class)
                .sql("""
                        insert into wallet.requests
                            (id, person, digest, verifier, sealed_contents, state, opened_at, ends_at)
                        select gen_random_uuid(), person, sha256(convert_to(n::text, 'UTF8')), verifier,
                               sealed_contents, state, opened_at, ends_at
                          from wallet.requests, generate_series(2, 50) n
                         where id = cast(? as uuid)""")
                .param(page.substring(page.lastIndexOf('/') + 1))
                .update();
        return pages.hold("wallet-request-no-room", Way.to(node, link(verifier()), besieged.browser()));
    }

    @TestFactory
    Stream<DynamicTest> a_request_that_cannot_be_answered() {
        return pages.hold("wallet-request-faulty", Way.to(node, faulty(), elsewhere.browser()));
    }

    @TestFactory
    Stream<DynamicTest> a_service_that_could_not_be_told() {
        String page = faulty(Mischief.FAILS_ONCE);
        elsewhere.post(page + "/tell", Map.of());
        return pages.hold("wallet-request-not-told", Way.to(node, page, elsewhere.browser()));
    }

    @TestFactory
    Stream<DynamicTest> a_service_that_is_being_told() {
        String page = faulty();
        set(page, "state = 'telling', attempt = id, attempt_at = now() + interval '1 hour'");
        return pages.hold("wallet-request-telling", Way.to(node, page, elsewhere.browser()));
    }

    @TestFactory
    Stream<DynamicTest> a_service_that_was_told() {
        String page = faulty();
        elsewhere.post(page + "/tell", Map.of());
        return pages.hold("wallet-request-told", Way.to(node, page, elsewhere.browser()));
    }

    private String faulty(Mischief... more) {
        List<Mischief> mischief = new ArrayList<>(List.of(more));
        mischief.add(Mischief.TRANSACTION_DATA);
        return elsewhere.opened(URI.create("/en" + link(verifier(mischief.toArray(Mischief[]::new)))));
    }

    @TestFactory
    Stream<DynamicTest> a_request_that_is_forged() {
        return pages.hold("wallet-request-unacceptable", to(link(verifier(Mischief.FORGED))));
    }

    /** Somebody of two names, before a service that asks for all of them. */
    private Way askedForNames() {
        Resident other = new Resident(country);
        Resident.Offered offer = other.offeredOf("NUTA 6202 0202", org.entente.node.issuance.TestIssuer.IDENTITY);
        other.accept(offer, offer.code());
        String page = other.opened(Asking.begun(country.columbia(), "names").wallet());
        return Way.to(node, page, other.browser());
    }

    private Way to(String path) {
        return Way.to(node, path, resident.browser());
    }

    private void receive(Resident holder) {
        TestIssuer issuer = new TestIssuer();
        others.add(issuer);
        URI link = URI.create("/en/wallet/offer?credential_offer_uri=" + Resident.encoded(issuer.offerUri()));
        holder.accept(new Resident.Offered(holder.opened(link), ""), TestIssuer.CODE);
    }

    private TestVerifier verifier(Mischief... mischief) {
        TestVerifier verifier = new TestVerifier("office", mischief);
        others.add(verifier);
        return verifier;
    }

    private static String link(TestVerifier verifier) {
        return "/wallet/present?client_id=" + Resident.encoded(verifier.clientId()) + "&request_uri="
                + Resident.encoded(verifier.requestUri());
    }

    private Way choice() {
        Resident holder = new Resident(country);
        receive(holder);
        receive(holder);
        return Way.to(node, holder.opened(URI.create("/en" + link(verifier()))), holder.browser());
    }

    private Way agreed(TestVerifier verifier) {
        String page = elsewhere.opened(URI.create("/en" + link(verifier)));
        elsewhere.post(page + "/agree", Map.of());
        return Way.to(node, page, elsewhere.browser());
    }

    private void set(String path, String change) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(node.bean(JdbcClient.class)
                        .sql("update wallet.requests set " + change + " where id = cast(? as uuid)")
                        .param(id)
                        .update())
                .isOne();
    }
}
