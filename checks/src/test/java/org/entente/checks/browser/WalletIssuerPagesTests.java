package org.entente.checks.browser;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.wallet.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a holder sees who goes to an issuer without an offer, or to allow one there. */
@InCountry
class WalletIssuerPagesTests {
    private final Country country;
    private final PageChecks pages;
    private final TestIssuer issuer = new TestIssuer();
    private TestNode node;
    private Resident resident;

    WalletIssuerPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
    }

    @BeforeAll
    void sign_in() {
        node = country.wallet();
        resident = new Resident(country);
    }

    @AfterAll
    void close() {
        issuer.close();
    }

    @TestFactory
    Stream<DynamicTest> from_whom() {
        return pages.hold("wallet-issuers", to("/wallet/issuers"));
    }

    @TestFactory
    Stream<DynamicTest> from_whom_one_has_something() {
        Resident holding = new Resident(country);
        Resident.Offered offer = new Resident.Offered(
                holding.opened(
                        URI.create("/en/wallet/offer?credential_offer_uri=" + Resident.encoded(issuer.offerUri()))),
                TestIssuer.CODE);
        holding.accept(offer, offer.code());
        return pages.hold("wallet-issuers-met", Way.to(node, "/wallet/issuers", holding.browser()));
    }

    @TestFactory
    Stream<DynamicTest> no_address() {
        return pages.hold("wallet-issuers-wrong", to("/wallet/issuers").then(page -> {
            page.fill("#field-issuer", "two words");
            page.click("main form button");
        }));
    }

    @TestFactory
    Stream<DynamicTest> what_an_issuer_has() {
        return pages.hold("wallet-issuer", to(issuerPath()));
    }

    @TestFactory
    Stream<DynamicTest> nothing_chosen() {
        return pages.hold("wallet-issuer-wrong", to(issuerPath()).then(page -> page.click("main form button")));
    }

    @TestFactory
    Stream<DynamicTest> a_wish() {
        return pages.hold("wallet-wish", to(wish()));
    }

    @TestFactory
    Stream<DynamicTest> while_the_issuer_waits() {
        String wish = wish();
        resident.post(wish + "/ask", Map.of());
        return pages.hold("wallet-asking", to(wish));
    }

    @TestFactory
    Stream<DynamicTest> after_a_no_at_the_issuer() {
        String wish = wish();
        hear(issuer.authorizations.deny(resident.post(wish + "/ask", Map.of())));
        return pages.hold("wallet-denied", to(wish));
    }

    @TestFactory
    Stream<DynamicTest> an_answer_that_nobody_waits_for() {
        return pages.hold("wallet-answer-unknown", to("/wallet/authorized?code=a&state=b"));
    }

    @TestFactory
    Stream<DynamicTest> what_is_renewed_by_itself() {
        Resident holding = new Resident(country);
        URI page = holding.post(
                holding.post("/wallet/issuer", Map.of("issuer", issuer.id().toString(), "type", "residence"))
                                .getPath()
                                .replaceFirst("^/en", "")
                        + "/ask",
                Map.of());
        URI answer = issuer.authorizations.allow(page);
        holding.browser().get("/en/wallet/authorized?" + answer.getRawQuery());
        String wallet = holding.browser().get("/en/wallet").body();
        String path = wallet.replaceAll("(?s).*href=\"/en(/wallet/attestations/[0-9a-f-]+)\".*", "$1");
        return pages.hold("wallet-attestation-renewed", Way.to(node, path, holding.browser()));
    }

    private void hear(URI answer) {
        resident.browser().get("/en/wallet/authorized?" + answer.getRawQuery());
    }

    private String wish() {
        return resident.post("/wallet/issuer", Map.of("issuer", issuer.id().toString(), "type", "residence"))
                .getPath()
                .replaceFirst("^/en", "");
    }

    private String issuerPath() {
        return "/wallet/issuer?issuer=" + Resident.encoded(issuer.id());
    }

    private Way to(String path) {
        return Way.to(node, path, resident.browser());
    }
}
