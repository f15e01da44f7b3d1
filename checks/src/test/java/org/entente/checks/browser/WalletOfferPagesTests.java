package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.wallet.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An offer in the wallet: its code, its end, and issuers that do not keep to the protocol. */
@InCountry
class WalletOfferPagesTests {
    private static final String IDENTITY = org.entente.node.issuance.TestIssuer.IDENTITY;
    private static final String RESIDENCE = org.entente.node.issuance.TestIssuer.RESIDENCE;

    private final Country country;
    private final PageChecks pages;
    private final List<TestIssuer> issuers = new ArrayList<>();
    private TestNode node;
    private Resident resident;

    WalletOfferPagesTests(Country country, PageChecks pages) {
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
        issuers.forEach(TestIssuer::close);
    }

    @TestFactory
    Stream<DynamicTest> an_offer() {
        return pages.hold(
                "wallet-offer", to(resident.offered(IDENTITY, RESIDENCE).path()));
    }

    @TestFactory
    Stream<DynamicTest> no_code() {
        String offer = resident.offered(IDENTITY).path();
        return pages.hold("wallet-offer-no-code", to(offer).then(page -> page.click(".decision .button >> nth=0")));
    }

    @TestFactory
    Stream<DynamicTest> half_a_code() {
        String offer = resident.offered(IDENTITY).path();
        return pages.hold("wallet-offer-half-a-code", to(offer).then(page -> {
            page.fill("#field-tx_code", "12");
            page.click(".decision .button >> nth=0");
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_wrong_code() {
        Resident.Offered offer = resident.offered(IDENTITY);
        resident.accept(offer, offer.code().equals("123456") ? "654321" : "123456");
        return pages.hold("wallet-offer-wrong-code", to(offer.path()));
    }

    @TestFactory
    Stream<DynamicTest> an_exchange_that_goes_on() {
        Resident.Offered offer = resident.offered(IDENTITY);
        set(offer.path(), "state = 'receiving', attempt = id, attempt_at = now() + interval '1 hour'");
        return pages.hold("wallet-offer-underway", to(offer.path()));
    }

    @TestFactory
    Stream<DynamicTest> received() {
        Resident.Offered offer = resident.offered(IDENTITY);
        resident.accept(offer, offer.code());
        return pages.hold("wallet-offer-received", to(offer.path()));
    }

    @TestFactory
    Stream<DynamicTest> refused() {
        String offer = resident.offered(IDENTITY).path();
        resident.post(offer + "/refuse", Map.of());
        return pages.hold("wallet-offer-refused", to(offer));
    }

    @TestFactory
    Stream<DynamicTest> one_that_may_be_tried_again() {
        return pages.hold("wallet-offer-stopped", to(accepted(TestIssuer.Mischief.FAILS_AT_CREDENTIAL_ONCE)));
    }

    @TestFactory
    Stream<DynamicTest> one_whose_copies_are_forged() {
        return pages.hold("wallet-offer-failed", to(accepted(TestIssuer.Mischief.LAST_COPY_FORGED)));
    }

    @TestFactory
    Stream<DynamicTest> one_that_cannot_be_read() {
        String link = "/wallet/offer?credential_offer_uri=" + Resident.encoded("https://10.0.0.1/");
        return pages.hold("wallet-offer-unreadable", to(link));
    }

    private Way to(String path) {
        return Way.to(node, path, resident.browser());
    }

    /** An offer of an issuer that does something wrong, after it was accepted. */
    private String accepted(TestIssuer.Mischief mischief) {
        TestIssuer issuer = new TestIssuer(mischief);
        issuers.add(issuer);
        URI link = URI.create("/en/wallet/offer?credential_offer_uri=" + Resident.encoded(issuer.offerUri()));
        Resident.Offered offer = new Resident.Offered(resident.opened(link), TestIssuer.CODE);
        resident.accept(offer, offer.code());
        return offer.path();
    }

    private void set(String path, String change) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(node.bean(JdbcClient.class)
                        .sql("update wallet.offers set " + change + " where id = cast(? as uuid)")
                        .param(id)
                        .update())
                .isOne();
    }
}
