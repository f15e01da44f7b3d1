package org.entente.checks.browser;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.signin.TestBrowser;
import org.entente.node.signin.TestPasskeys;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The pages on which somebody looks after the ways into their account. */
@InCountry
class AccountPagesTests {
    private static final Pattern PASSKEY = Pattern.compile("/en(/account/passkeys/[0-9a-f-]{36})\"");

    private static final Pattern GROUP = Pattern.compile("<span>([0-9A-Z]{4})</span>");

    private final Country country;
    private final PageChecks pages;
    private final TestNode node;
    private TestBrowser newcomer;
    private TestBrowser regular;
    private TestBrowser recovered;

    AccountPagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
        this.node = country.quebec();
    }

    @BeforeAll
    void sign_in() {
        newcomer = country.signedIn(node);
        String email = country.newcomer();
        regular = new TestBrowser(node).signIn(country.mailbox(), email);
        TestPasskeys.add(regular, node.origin().toString());
        regular.post("/en/account/recovery-code", Map.of());
        new TestBrowser(node).signIn(country.mailbox(), email);
        recovered = recovered();
    }

    /** Somebody who came back with a recovery code, and had two passkeys. */
    private TestBrowser recovered() {
        String email = country.newcomer();
        TestBrowser before = new TestBrowser(node).signIn(country.mailbox(), email);
        TestPasskeys.add(before, node.origin().toString());
        TestPasskeys.add(before, node.origin().toString());
        String printed = before.post("/en/account/recovery-code", Map.of()).body();
        String code =
                GROUP.matcher(printed).results().map(group -> group.group(1)).collect(Collectors.joining());
        TestBrowser browser = new TestBrowser(node);
        browser.post("/en/sign-in/recovery", Map.of("email", email, "code", code));
        return browser;
    }

    @TestFactory
    Stream<DynamicTest> an_account_that_one_loss_would_lock() {
        return pages.hold("account-new", Way.to(node, "/account", newcomer));
    }

    @TestFactory
    Stream<DynamicTest> an_account_with_several_ways_in() {
        return pages.hold("account", Way.to(node, "/account", regular));
    }

    @TestFactory
    Stream<DynamicTest> adding_a_passkey() {
        return pages.hold("passkey-add", Way.to(node, "/account/passkeys/add", newcomer));
    }

    @TestFactory
    Stream<DynamicTest> adding_a_passkey_that_fails() {
        return pages.hold(
                "passkey-add-failed",
                Way.to(node, "/account/passkeys/add", newcomer).then(page -> {
                    if (page.locator("button.scripted").isVisible()) {
                        VirtualAuthenticator.ofDevice(page).recognises(false);
                        page.click("button.scripted");
                        page.waitForSelector("[data-passkey] [role=status]:not(:empty)");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> passkeys_to_confirm_after_a_recovery() {
        return pages.hold("passkeys-review", Way.to(node, "/account/passkeys/review", recovered));
    }

    @TestFactory
    Stream<DynamicTest> an_account_with_suspended_passkeys() {
        return pages.hold("account-suspended", Way.to(node, "/account", recovered));
    }

    @TestFactory
    Stream<DynamicTest> a_passkey() {
        return pages.hold("passkey", Way.to(node, passkey(), regular));
    }

    @TestFactory
    Stream<DynamicTest> a_passkey_without_a_name() {
        return pages.hold("passkey-unnamed", Way.to(node, passkey(), regular).then(page -> {
            page.fill("#field-name", "");
            page.press("#field-name", "Enter");
        }));
    }

    @TestFactory
    Stream<DynamicTest> making_a_recovery_code() {
        return pages.hold("recovery-code", Way.to(node, "/account/recovery-code", regular));
    }

    @TestFactory
    Stream<DynamicTest> a_recovery_code_to_print() {
        TestBrowser browser = country.signedIn(node);
        return pages.hold(
                "recovery-code-printed",
                Way.to(node, "/account/recovery-code", browser).then(page -> page.click("main form button")));
    }

    @TestFactory
    Stream<DynamicTest> signing_in_with_a_recovery_code() {
        return pages.hold("recovery", Way.to(node, "/sign-in/recovery"));
    }

    @TestFactory
    Stream<DynamicTest> half_a_recovery_code() {
        return pages.hold("recovery-wrong", Way.to(node, "/sign-in/recovery").then(page -> {
            page.fill("#field-email", "resident@example.ca");
            page.fill("#field-code", "K7QX");
            page.press("#field-code", "Enter");
        }));
    }

    @TestFactory
    Stream<DynamicTest> codes_by_mail_that_are_still_needed() {
        return pages.hold("mail-codes-needed", Way.to(node, "/account/mail-codes", newcomer));
    }

    @TestFactory
    Stream<DynamicTest> codes_by_mail_that_may_be_stopped() {
        return pages.hold("mail-codes", Way.to(node, "/account/mail-codes", regular));
    }

    @TestFactory
    Stream<DynamicTest> confirming_that_it_is_oneself() {
        return pages.hold("confirm", Way.to(node, "/account/confirm?next=/en/account/recovery-code", regular));
    }

    private String passkey() {
        Matcher found = PASSKEY.matcher(regular.get("/en/account").body());
        if (!found.find()) {
            throw new AssertionError("no passkey");
        }
        return found.group(1);
    }
}
