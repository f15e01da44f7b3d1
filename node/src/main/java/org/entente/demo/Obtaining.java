package org.entente.demo;

import java.net.URI;
import java.util.Map;

/** A resident signs in to their government, is matched to their record, and fetches an attestation into the wallet. */
record Obtaining(Nodes nodes, Narrator narrator) {
    /** What a person knows of their record. */
    record Letter(String number, String birthDate, String code) {}

    /** Plays it to the proof of identity in the wallet. */
    void play(Resident resident, Place government, Letter letter) {
        play(resident, government, letter, "identity");
    }

    /**
     * Plays it to an attestation in the wallet.
     *
     * @param proof of what it is one, as its type says it
     */
    void play(Resident resident, Place government, Letter letter, String proof) {
        Browser.Shown page = resident.open(URI.create(nodes.origin(government) + "/fr/attestations"));
        narrator.step("the resident signs in to " + government.slug() + " with a one-time code from the mail");
        if (page.has("a[href*=/attestations/match/]")) {
            page = match(resident, government, page, letter);
        }
        String type = page.element("input[name=type][value*=" + proof + "]").attr("value");
        Browser.Shown offer = resident.browser().send(page, "form:has(input[name=type])", Map.of("type", type));
        String code = offer.text(".digits");
        narrator.step(
                government.slug() + " offers a proof of " + proof + ": a link for the wallet and a code on the screen");
        receive(resident, offer, code);
    }

    private Browser.Shown match(Resident resident, Place government, Browser.Shown page, Letter letter) {
        Browser.Shown form = resident.browser().open(page.link("a[href*=/attestations/match/]"));
        Browser.Shown matched = resident.browser()
                .send(
                        form,
                        "form:has(input[name=number])",
                        Map.of("number", letter.number(), "birth-date", letter.birthDate(), "code", letter.code()));
        narrator.step("and is matched to a record of its register by number, date of birth and the code of a letter");
        return matched;
    }

    private void receive(Resident resident, Browser.Shown offer, String code) {
        Browser.Shown asked = resident.open(offer.link("a[href*=/wallet/offer]"));
        narrator.step("the wallet reads the offer and the issuer's metadata and asks its holder for the code");
        Browser.Shown received = resident.browser().send(asked, "form[action$=/accept]", Map.of("tx_code", code));
        if (received.has("form[action$=/accept]") || received.status() != 200) {
            throw new DemoFailed("the wallet did not receive: " + received.text("main"));
        }
        Browser.Shown wallet = resident.browser().open(URI.create(nodes.origin(Place.WALLET) + "/en/wallet"));
        narrator.step(
                "wallet → token endpoint (pre-authorized code, tx_code, DPoP) → nonce → credential endpoint (key proofs):"
                        + " " + wallet.text(".attestation .copies")
                        + ", dc+sd-jwt, each with its own status index and pseudonyms");
    }

    /** The resident stops the attestation at the government that issued it. */
    void stop(Resident resident, Place government) {
        Browser.Shown list = resident.open(URI.create(nodes.origin(government) + "/fr/attestations"));
        Browser.Shown stop = resident.browser().open(list.link("a[href*=/attestations/stop/]"));
        resident.browser().send(stop, "form[action*=/attestations/stop/]", Map.of());
        narrator.step("the resident stops the attestation at " + government.slug()
                + ": every copy of the batch is revoked in the status lists at once");
    }
}
