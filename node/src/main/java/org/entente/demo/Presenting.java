package org.entente.demo;

import java.net.URI;
import java.util.Map;

/** A person uses the online service of a government with the attestation in their wallet. */
record Presenting(Nodes nodes, Place at, Narrator narrator) {
    private static final String START = "main form[action*=/services/]";

    /** Opens the service and goes as far as the choice of a wallet, or to the page that says why not. */
    Browser.Shown begin(Resident resident) {
        Browser.Shown services = resident.browser().open(URI.create(nodes.origin(at) + "/en/services"));
        Browser.Shown start = resident.browser().open(services.link("main a[href*=/services/]"));
        return start.has(START)
                ? resident.browser().send(start, START, Map.of())
                : resident.browser().open(start.link("main a[href$=/not-permitted]"));
    }

    /** The holder agrees in the wallet and comes back to the service. */
    Browser.Shown agree(Resident resident, Browser.Shown choice) {
        Browser.Shown consent = resident.open(choice.link("a[href*=/wallet/present]"));
        Browser.Shown answered = resident.browser().send(consent, "form[action$=/agree]", Map.of());
        String goOn = "a.button[rel=noreferrer]";
        return answered.has(goOn) ? resident.browser().open(answered.link(goOn)) : answered;
    }

    /** The service accepts what a resident's wallet shows; gives the address of the proof path. */
    URI accepted(Resident resident) {
        Browser.Shown choice = begin(resident);
        narrator.step(at.slug() + "'s service asks: a signed request (x509_hash), DCQL with the parties' authorities,"
                + " ruled by the entente before any wallet sees it");
        Browser.Shown done = agree(resident, choice);
        if (!done.has(".digits")) {
            throw new DemoFailed("the service did not accept: " + done.text("main"));
        }
        narrator.step("the holder agrees; the wallet answers encrypted (direct_post.jwt) with one fresh copy and a key"
                + " binding for this request alone");
        Browser.Shown path = resident.browser().open(done.link("a[href*=/proofs/]"));
        narrator.step(
                at.slug() + " verifies chain, issuer, signature, holder, nonce, audience, status (from its mirror)"
                        + " and the entente: " + path.text("h1"));
        narrator.step(done.text(":is(p, dd, li):has(> a[href*=/ententes/])") + "; reference " + done.text(".digits")
                + "; proof path " + path.address());
        return path.address();
    }

    /** Says the refusal that a page shows: what was found, how to mend it; it must be at this step. */
    void refusal(String what, String step, Browser.Shown page) {
        if (!page.has(".notice.wrong [data-step]")) {
            throw new DemoFailed("this was not refused: " + what);
        }
        String failed = page.element(".notice.wrong [data-step]").attr("data-step");
        if (!failed.equals(step)) {
            throw new DemoFailed("this was refused at the step '" + failed + "' and not at '" + step + "': " + what);
        }
        narrator.step(what + ", refused at step '" + step + "': " + page.text(".notice.wrong"));
    }
}
