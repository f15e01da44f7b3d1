package org.entente.checks.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.Locale;
import java.util.regex.Pattern;
import org.entente.node.TestNode;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Passkeys as a browser makes and uses them, in a Chromium that plays their authenticators. */
@InCountry
class PasskeyTests {
    /** Otherwise the authenticator, which says yes by itself, would sign in before anybody presses a button. */
    private static final String PROPOSES_NOTHING = "PublicKeyCredential.isConditionalMediationAvailable = undefined";

    /** With less time for an answer; Chromium waits ten seconds at least. */
    private static final String HURRIED = """
            const get = navigator.credentials.get.bind(navigator.credentials);
            navigator.credentials.get = options => {
              self.waiting = document.querySelector('form[data-passkey=get] button').disabled;
              options.publicKey.timeout = 1;
              return get(options);
            };""";

    private static final String USE = "form[data-passkey=get] button";
    private static final String MAKE = "form[data-passkey=create] button";
    private static final String NO_SCRIPT = "[data-passkey] noscript p >> nth=0";
    private static final String SAID = "[data-passkey] [role=status]";

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    private final Country country;
    private final Chromium chromium;
    private final TestNode node;
    private String email = "";
    private BrowserContext context;
    private Page page;

    PasskeyTests(Country country, Chromium chromium) {
        this.country = country;
        this.chromium = chromium;
        this.node = country.quebec();
    }

    @BeforeEach
    void sign_in_by_code() {
        email = country.newcomer();
        context = newBrowser();
        page = context.newPage();
        page.addInitScript(PROPOSES_NOTHING);
        signInByCode(page);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void a_passkey_is_made_and_signs_in() {
        VirtualAuthenticator device = VirtualAuthenticator.ofDevice(page);
        make("Phone of Saguenay");
        assertThat(page.locator("main h3").first()).hasText("Phone of Saguenay");
        assertThat(device.passkeys()).isOne();
        signOut();
        page.navigate(at("/sign-in"));
        signInByPasskey();
        assertThat(page.locator("main .lead")).containsText(email);
        assertThat(page.locator("main")).containsText("Last used on");
    }

    @Test
    void a_passkey_that_the_browser_proposes_signs_in_without_a_button() {
        page.close();
        page = context.newPage();
        VirtualAuthenticator.ofDevice(page);
        make("Phone");
        signOut();
        page.navigate(at("/account"));
        page.waitForURL(at("/account"));
        assertThat(page.locator("main .lead")).containsText(email);
    }

    @Test
    void a_second_passkey_is_made_and_one_is_removed() {
        VirtualAuthenticator device = VirtualAuthenticator.ofDevice(page);
        make("Phone");
        page.navigate(at("/account/passkeys/add"));
        page.fill("#field-name", "The same phone");
        page.click(MAKE);
        assertThat(page.locator(SAID)).containsText("it makes no second one");
        VirtualAuthenticator key = VirtualAuthenticator.ofKey(page);
        make("Key of Mashteuiatsh");
        assertThat(key.passkeys()).isOne();

        page.click("text=Rename or remove >> nth=0");
        assertThat(page.locator("h1")).hasText("Your passkey");
        String removed = page.locator(".summary dd").first().innerText();
        page.click("text=Remove the passkey");
        assertThat(page.locator("main h3", new Page.LocatorOptions().setHasText(removed)))
                .hasCount(0);
        (removed.equals("Phone") ? device : key).remove();
        signOut();
        page.navigate(at("/sign-in"));
        signInByPasskey();
        assertThat(page.locator("main .lead")).containsText(email);
    }

    @Test
    void a_removed_passkey_does_not_sign_in_and_the_page_says_so() {
        VirtualAuthenticator.ofDevice(page);
        make("Phone");
        page.click("text=Rename or remove >> nth=0");
        page.click("text=Remove the passkey");
        signOut();
        page.navigate(at("/sign-in"));
        page.click(USE);
        assertThat(page.locator("#error-passkey"))
                .containsText("does not open an account here. If it was removed, choose another way");
        assertThat(page.locator("#field-email")).isVisible();
    }

    @Test
    void a_ceremony_that_fails_says_what_to_do() {
        VirtualAuthenticator device = VirtualAuthenticator.ofDevice(page);
        device.recognises(false);
        page.navigate(at("/account/passkeys/add"));
        page.click(MAKE);
        assertThat(page.locator(SAID)).containsText("No passkey was made. Try again.");
        assertThat(page.locator(MAKE)).isFocused();
        device.recognises(true);
        page.click(MAKE);
        page.waitForURL(at("/account"));

        signOut();
        device.recognises(false);
        page.navigate(at("/sign-in"));
        page.click(USE);
        assertThat(page.locator(SAID)).containsText("No passkey was used. Try again, or choose another way.");
        device.recognises(true);
        signInByPasskey();
    }

    /** As the browser tells a page of both: that nobody answered in time, or that somebody pressed its “Cancel”. */
    @Test
    void a_ceremony_that_nobody_answers_says_what_to_do() {
        VirtualAuthenticator device = VirtualAuthenticator.ofDevice(page);
        make("Phone");
        signOut();
        device.isTouched(false);
        page.addInitScript(HURRIED);
        page.navigate(at("/sign-in"));
        page.click(USE);
        assertThat(page.locator(SAID))
                .containsText("No passkey was used. Try again, or choose another way.", PATIENTLY);
        assertThat((Boolean) page.evaluate("self.waiting")).isTrue();
        assertThat(page.locator(USE)).isEnabled();
        assertThat(page.locator(USE)).isFocused();
        page.fill("#field-email", email);
        page.press("#field-email", "Enter");
        page.fill("#field-code", TestBrowser.code(country.mailbox()));
        page.press("#field-code", "Enter");
        page.waitForURL(at(""));
        page.navigate(at("/account"));
        assertThat(page.locator("main .lead")).containsText(email);
    }

    @Test
    void without_scripts_the_page_says_what_works_instead() {
        try (BrowserContext plain = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("en-CA").setJavaScriptEnabled(false))) {
            Page bare = plain.newPage();
            bare.navigate(at("/sign-in"));
            assertThat(bare.locator(NO_SCRIPT)).containsText("Ask for a code by e-mail: it needs none.");
            assertThat(bare.locator(USE)).isHidden();
            signInByCode(bare);
            bare.navigate(at("/account/passkeys/add"));
            assertThat(bare.locator(NO_SCRIPT)).containsText("make a recovery code instead");
            assertThat(bare.locator(MAKE)).isHidden();
        }
    }

    @Test
    void a_printed_recovery_code_opens_the_account_and_signs_everybody_else_out() {
        page.navigate(at("/account/recovery-code"));
        page.click("main form button");
        String printed = page.locator(".recovery").innerText().replaceAll("\\s+", " ");
        page.click("text=I have kept it");
        try (BrowserContext other = newBrowser()) {
            Page elsewhere = other.newPage();
            elsewhere.navigate(at("/sign-in/recovery"));
            elsewhere.fill("#field-email", email);
            elsewhere.fill("#field-code", printed.toLowerCase(Locale.ROOT));
            elsewhere.press("#field-code", "Enter");
            assertThat(elsewhere.locator("h1")).hasText("Add a passkey");
            assertThat(elsewhere.locator("main")).containsText("Your recovery code is used up");
            VirtualAuthenticator.ofDevice(elsewhere);
            elsewhere.click(MAKE);
            elsewhere.waitForURL(at(""));
            elsewhere.navigate(at("/account"));
            assertThat(elsewhere.locator("main")).containsText("You have none.");
        }
        page.navigate(at("/account"));
        assertThat(page).hasURL(Pattern.compile(".*/en/sign-in.*"));
    }

    @Test
    void a_new_browser_is_told_and_signing_out_everywhere_ends_it() {
        try (BrowserContext other = newBrowser()) {
            Page elsewhere = other.newPage();
            signInByCode(elsewhere);
            country.mailbox().next(email, "signed in to from a new browser");
            elsewhere.navigate(at("/account"));
            assertThat(elsewhere.locator("main .state.good")).hasText("This browser");
            assertThat(elsewhere.locator("text=Sign out there")).hasCount(1);
            elsewhere.click("text=Sign out everywhere");
            assertThat(elsewhere.locator(".reader")).containsText("Sign in");
            elsewhere.navigate(at("/account"));
            assertThat(elsewhere).hasURL(Pattern.compile(".*/en/sign-in.*"));
        }
        page.navigate(at("/account"));
        assertThat(page).hasURL(Pattern.compile(".*/en/sign-in.*"));
    }

    private BrowserContext newBrowser() {
        return chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-CA"));
    }

    private void signInByCode(Page there) {
        there.navigate(at("/sign-in"));
        there.fill("#field-email", email);
        there.press("#field-email", "Enter");
        there.fill("#field-code", TestBrowser.code(country.mailbox()));
        there.press("#field-code", "Enter");
        there.waitForURL(at(""));
    }

    /** On the page for adding one, with the authenticators that are there. */
    private void make(String name) {
        page.navigate(at("/account/passkeys/add"));
        page.fill("#field-name", name);
        page.click(MAKE);
        page.waitForURL(at("/account"));
    }

    private void signInByPasskey() {
        page.click(USE);
        page.waitForURL(at(""));
        page.navigate(at("/account"));
    }

    private void signOut() {
        page.click(".reader form button");
        assertThat(page.locator(".reader")).containsText("Sign in");
    }

    private String at(String path) {
        return node.origin() + "/en" + path;
    }
}
