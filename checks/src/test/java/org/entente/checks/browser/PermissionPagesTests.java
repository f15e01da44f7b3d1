package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestWallet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a person sees whom a wallet asks for permission. */
@InCountry
class PermissionPagesTests {
    private static final Map<String, String> LETTER =
            Map.of("number", "NUTA62020202", "birth-date", "1991-07-15", "code", "B4HT-R9WE");

    private final Country country;
    private final PageChecks pages;
    private TestNode node;
    private TestWallet wallet;
    private TestBrowser resident;
    private TestBrowser newcomer;

    PermissionPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
    }

    @BeforeAll
    void sign_in() {
        node = country.quebec();
        wallet = new TestWallet(node);
        newcomer = country.signedIn(node);
        resident = country.signedIn(node);
        resident.post("/en/attestations/match/" + TestRegister.ID, LETTER);
    }

    @TestFactory
    Stream<DynamicTest> a_question() {
        String asked = asked(resident, "scope", "proof_of_identity proof_of_residence");
        return pages.hold("permission", Way.to(node, asked, resident).then(page -> {
            var allow = page.locator("#allow").boundingBox();
            var deny = page.locator("#deny").boundingBox();
            assertThat(deny.width).isEqualTo(allow.width);
            assertThat(deny.height).isEqualTo(allow.height);
        }));
    }

    @TestFactory
    Stream<DynamicTest> a_question_of_an_application() {
        return pages.hold(
                "permission-application", Way.to(node, asked(resident, "redirect_uri", "app.wallet:/back"), resident));
    }

    @TestFactory
    Stream<DynamicTest> a_question_of_a_wallet_that_nobody_knows() {
        String name = wallet.pushed("client_id", "somebody", "redirect_uri", "https://cabano.example/back");
        String address = TestWallet.address(name).replace("https%3A%2F%2Fwallet.example", "somebody");
        return pages.hold("permission-unknown", Way.to(node, path(resident, address), resident));
    }

    @TestFactory
    Stream<DynamicTest> a_letter_is_needed_first() {
        return pages.hold("permission-letter", Way.to(node, asked(newcomer), newcomer));
    }

    @TestFactory
    Stream<DynamicTest> going_back_without() {
        return pages.hold("permission-leave", Way.to(node, asked(newcomer) + "/leave", newcomer));
    }

    @TestFactory
    Stream<DynamicTest> an_offer_for_somebody_else() {
        TestHolder holder = new TestHolder(node);
        String state = holder.read(holder.offered(TestIssuer.RECORD, TestIssuer.IDENTITY))
                .authorizationCode()
                .orElseThrow()
                .issuerState()
                .orElseThrow();
        return pages.hold("permission-impossible", Way.to(node, asked(resident, "issuer_state", state), resident));
    }

    @TestFactory
    Stream<DynamicTest> a_request_that_cannot_be_opened() {
        return pages.hold("permission-unopened", Way.to(node, "/authorize/unopened"));
    }

    @TestFactory
    Stream<DynamicTest> no_permission_given() {
        return pages.hold("permissions-none", Way.to(node, "/permissions", newcomer));
    }

    @TestFactory
    Stream<DynamicTest> permissions_given() {
        wallet.tokens(resident, "scope", "proof_of_identity proof_of_residence");
        wallet.tokens(resident);
        return pages.hold("permissions", Way.to(node, "/permissions", resident));
    }

    /** The path of the page with a question, which these may open. */
    private String asked(TestBrowser browser, String... changed) {
        return path(browser, TestWallet.address(wallet.pushed(changed)));
    }

    private static String path(TestBrowser browser, String address) {
        return Asking.path(URI.create(TestBrowser.location(browser.get(address))));
    }
}
