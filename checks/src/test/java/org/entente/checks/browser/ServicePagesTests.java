package org.entente.checks.browser;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.verification.TestVisitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reporting an arrival, page by page: from the catalogue to the confirmation, or to the reason why there is none. */
@InCountry
class ServicePagesTests {
    private final Country country;
    private final PageChecks pages;
    private TestNode node;
    private Resident resident;

    ServicePagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
    }

    @BeforeAll
    void holder() {
        country.entente();
        node = country.columbia();
        resident = new Resident(country).holding(TestIssuer.IDENTITY);
    }

    @TestFactory
    Stream<DynamicTest> the_catalogue() {
        return pages.hold("services", Way.to(node, "/services"));
    }

    @TestFactory
    Stream<DynamicTest> an_empty_catalogue() {
        return pages.hold("services-none", Way.to(country.quebec(), "/services"));
    }

    @TestFactory
    Stream<DynamicTest> a_services_first_page() {
        return pages.hold("service", Way.to(node, "/services/arrival"));
    }

    @TestFactory
    Stream<DynamicTest> a_service_that_no_entente_provides_for() {
        return pages.hold("service-unavailable", Way.to(node, "/services/parking"));
    }

    @TestFactory
    Stream<DynamicTest> why_it_may_not_ask() {
        return pages.hold("service-not-permitted", Way.to(node, notPermitted()));
    }

    @TestFactory
    Stream<DynamicTest> the_proof_of_what_may_not_be_asked() {
        TestVisitor visitor = new TestVisitor(node);
        String page = visitor.get("/en" + notPermitted()).body();
        String proof = Jsoup.parse(page).select("main a[href*=/proofs/]").attr("href");
        return pages.hold("proof-not-permitted", Way.to(node, Asking.path(URI.create(proof))));
    }

    @TestFactory
    Stream<DynamicTest> choosing_a_wallet() {
        Asking asking = Asking.begun(node);
        return pages.hold("choice", Way.to(node, asking.page(), asking.visitor()));
    }

    @TestFactory
    Stream<DynamicTest> a_wallet_on_another_device() {
        Asking asking = Asking.begun(node);
        return pages.hold("other-device", Way.to(node, asking.page() + "/other-device", asking.visitor()));
    }

    @TestFactory
    Stream<DynamicTest> the_proof_of_what_was_not_answered_yet() {
        Asking asking = Asking.begun(node);
        return pages.hold("proof-asked", Way.to(node, proof(asking, asking.page())));
    }

    @TestFactory
    Stream<DynamicTest> comparing_the_codes() {
        return pages.hold("compare", Way.to(node, onTheOtherDevice()));
    }

    @TestFactory
    Stream<DynamicTest> on_the_other_device_afterwards() {
        return pages.hold("elsewhere-accepted", elsewhere("same"));
    }

    @TestFactory
    Stream<DynamicTest> codes_that_differ() {
        return pages.hold("elsewhere-withdrawn", elsewhere("different"));
    }

    @TestFactory
    Stream<DynamicTest> the_confirmation() {
        Asking asking = Asking.begun(node);
        return pages.hold("confirmation", Way.to(node, asking.outcome(agreed(asking)), asking.visitor()));
    }

    @TestFactory
    Stream<DynamicTest> the_proof_of_what_was_accepted() {
        Asking asking = Asking.begun(node);
        String proof = proof(asking, asking.outcome(agreed(asking)));
        return pages.hold("proof-accepted", Way.to(node, proof));
    }

    @TestFactory
    Stream<DynamicTest> a_refusal_with_its_step() {
        Asking asking = Asking.begun(node);
        return pages.hold("refused", Way.to(node, asking.outcome(Stranger.answer(node, asking)), asking.visitor()));
    }

    @TestFactory
    Stream<DynamicTest> the_proof_of_what_was_refused() {
        Asking asking = Asking.begun(node);
        String proof = proof(asking, asking.outcome(Stranger.answer(node, asking)));
        return pages.hold("proof-refused", Way.to(node, proof));
    }

    @TestFactory
    Stream<DynamicTest> the_holder_declines() {
        Asking asking = Asking.begun(node);
        URI back = resident.post(resident.opened(asking.wallet()) + "/refuse", Map.of());
        return pages.hold("declined", Way.to(node, asking.outcome(back), asking.visitor()));
    }

    @TestFactory
    Stream<DynamicTest> a_wallet_that_cannot_answer() {
        Asking asking = Asking.begun(node);
        return pages.hold("unable", Way.to(node, asking.outcome(Stranger.cannot(node, asking)), asking.visitor()));
    }

    @TestFactory
    Stream<DynamicTest> the_proof_of_what_a_wallet_could_not_answer() {
        Asking asking = Asking.begun(node);
        String proof = proof(asking, asking.outcome(Stranger.cannot(node, asking)));
        return pages.hold("proof-unable", Way.to(node, proof));
    }

    @TestFactory
    Stream<DynamicTest> a_wallet_on_another_device_that_cannot_answer() {
        URI back = Stranger.cannot(node, Asking.begun(node));
        return pages.hold("elsewhere-unable", Way.to(node, Asking.path(back)));
    }

    @TestFactory
    Stream<DynamicTest> a_request_that_is_over() {
        return pages.hold("request-gone", Way.to(node, "/presentations/citizen-services/over"));
    }

    @TestFactory
    Stream<DynamicTest> a_case_that_is_over() {
        return pages.hold("case-gone", Way.to(node, "/services/arrival/cases/over"));
    }

    private URI agreed(Asking asking) {
        return resident.agree(asking.wallet());
    }

    /** Where the wallet leads a browser that did not begin. */
    private String onTheOtherDevice() {
        return Asking.path(agreed(Asking.begun(node)));
    }

    private Way elsewhere(String codes) {
        return (context, language) -> Way.to(node, onTheOtherDevice())
                .then(page -> page.click("main button[value=" + codes + "]"))
                .lead(context, language);
    }

    private String notPermitted() {
        TestVisitor visitor = new TestVisitor(node);
        return Asking.path(URI.create(TestVisitor.location(visitor.post("/en/services/parking", Map.of()))));
    }

    private static String proof(Asking asking, String page) {
        String body = asking.visitor().get("/en" + page).body();
        return Asking.path(
                URI.create(Jsoup.parse(body).select("main a[href*=/proofs/]").attr("href")));
    }
}
