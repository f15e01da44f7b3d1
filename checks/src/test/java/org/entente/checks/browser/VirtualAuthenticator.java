package org.entente.checks.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/**
 * An authenticator that Chromium plays for a page (Chrome DevTools Protocol, WebAuthn): it makes real keys and signs, and
 * says yes by itself, as a person would, until it is told otherwise.
 */
final class VirtualAuthenticator {
    private static final String ID = "authenticatorId";

    private final CDPSession session;
    private final String id;

    private VirtualAuthenticator(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** One that is built into the device. */
    static VirtualAuthenticator ofDevice(Page page) {
        return add(page, "internal");
    }

    /** One that is plugged in, beside the first. */
    static VirtualAuthenticator ofKey(Page page) {
        return add(page, "usb");
    }

    private static VirtualAuthenticator add(Page page, String transport) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", transport);
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        JsonObject added = session.send("WebAuthn.addVirtualAuthenticator", parameters);
        return new VirtualAuthenticator(session, added.get(ID).getAsString());
    }

    /** Whether it recognises the person, by fingerprint, face or PIN, from now on. */
    void recognises(boolean person) {
        set("WebAuthn.setUserVerified", "isUserVerified", person);
    }

    /** Whether the person is there and touches it, from now on. */
    void isTouched(boolean touched) {
        set("WebAuthn.setAutomaticPresenceSimulation", "enabled", touched);
    }

    /** How many passkeys it keeps. */
    int passkeys() {
        return session.send("WebAuthn.getCredentials", parameters())
                .getAsJsonArray("credentials")
                .size();
    }

    /** Unplugs it; what it keeps is lost. */
    void remove() {
        session.send("WebAuthn.removeVirtualAuthenticator", parameters());
    }

    private void set(String method, String name, boolean value) {
        JsonObject parameters = parameters();
        parameters.addProperty(name, value);
        session.send(method, parameters);
    }

    private JsonObject parameters() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty(ID, id);
        return parameters;
    }
}
