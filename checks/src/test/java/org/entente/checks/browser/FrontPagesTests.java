package org.entente.checks.browser;

import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The front pages, and what anybody may read there: what crossed the frontier, who is a member. */
@InCountry
class FrontPagesTests {
    private final Country country;
    private final PageChecks pages;

    FrontPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
    }

    @TestFactory
    Stream<DynamicTest> an_issuing_governments() {
        country.entente();
        return pages.hold("front-issuer", Way.to(country.quebec(), ""));
    }

    @TestFactory
    Stream<DynamicTest> an_accepting_governments() {
        country.entente();
        return pages.hold("front-verifier", Way.to(country.columbia(), ""));
    }

    @TestFactory
    Stream<DynamicTest> a_governments_for_somebody_signed_in() {
        TestNode node = country.quebec();
        return pages.hold("front-signed-in", Way.to(node, "", country.signedIn(node)));
    }

    @TestFactory
    Stream<DynamicTest> the_councils() {
        return pages.hold("front-council", Way.to(country.council(), ""));
    }

    @TestFactory
    Stream<DynamicTest> a_wallets() {
        return pages.hold("front-wallet", Way.to(country.wallet(), ""));
    }

    @TestFactory
    Stream<DynamicTest> what_crossed_the_frontier() {
        country.entente();
        return pages.hold("frontier", Way.to(country.columbia(), "/frontier"));
    }

    @TestFactory
    Stream<DynamicTest> the_councils_members() {
        return pages.hold("members", Way.to(country.council(), "/members"));
    }

    @TestFactory
    Stream<DynamicTest> the_tools_for_names() {
        return pages.hold("name-tools", Way.to(country.quebec(), "/name-tools"));
    }
}
