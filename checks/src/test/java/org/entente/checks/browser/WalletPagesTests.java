package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestIssuer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A wallet's own pages: empty, with attestations and a history, one attestation, deleting it. */
@InCountry
class WalletPagesTests {
    private final Country country;
    private final PageChecks pages;
    private TestNode node;
    private Resident resident;

    WalletPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
    }

    @BeforeAll
    void receive() {
        country.entente();
        node = country.wallet();
        resident = new Resident(country).holding(TestIssuer.IDENTITY).holding(TestIssuer.RESIDENCE);
        Asking asking = Asking.begun(country.columbia());
        asking.outcome(resident.agree(asking.wallet()));
    }

    @TestFactory
    Stream<DynamicTest> an_empty_one() {
        return pages.hold("wallet-empty", Way.to(node, "/wallet", country.signedIn(node)));
    }

    @TestFactory
    Stream<DynamicTest> a_link_that_is_none() {
        return pages.hold("wallet-link-wrong", wallet(resident).then(page -> {
            page.fill("#field-link", "bonjour");
            page.click("main form button");
            assertThat(page.inputValue("#field-link")).isEqualTo("bonjour");
        }));
    }

    @TestFactory
    Stream<DynamicTest> attestations_and_what_was_shown() {
        return pages.hold("wallet", wallet(resident));
    }

    @TestFactory
    Stream<DynamicTest> one_attestation() {
        return pages.hold("wallet-attestation", Way.to(node, attestation(resident), resident.browser()));
    }

    @TestFactory
    Stream<DynamicTest> one_that_is_over() {
        Resident other = new Resident(country).holding(TestIssuer.RESIDENCE);
        String page = attestation(other);
        String id = page.substring(page.lastIndexOf('/') + 1);
        change("update wallet.attestations set valid_until = now() - interval '1 day' where id = cast(? as uuid)", id);
        return pages.hold("wallet-attestation-over", Way.to(node, page, other.browser()));
    }

    @TestFactory
    Stream<DynamicTest> one_without_unused_copies() {
        Resident other = new Resident(country).holding(TestIssuer.RESIDENCE);
        String page = attestation(other);
        String id = page.substring(page.lastIndexOf('/') + 1);
        change(
                "update wallet.copies set shown_to = 'somebody', shown_at = now() where attestation = cast(? as uuid)",
                id);
        return pages.hold("wallet-attestation-no-copies", Way.to(node, page, other.browser()));
    }

    @TestFactory
    Stream<DynamicTest> deleting_one() {
        return pages.hold("wallet-delete", Way.to(node, attestation(resident) + "/delete", resident.browser()));
    }

    private Way wallet(Resident reader) {
        return Way.to(node, "/wallet", reader.browser());
    }

    private String attestation(Resident reader) {
        String page = reader.browser().get("/en/wallet").body();
        return Jsoup.parse(page)
                .select("main a[href*=/wallet/attestations/]")
                .attr("href")
                .replaceFirst("^/en", "");
    }

    private void change(String sql, String id) {
        assertThat(node.bean(JdbcClient.class).sql(sql).param(id).update()).isPositive();
    }
}
