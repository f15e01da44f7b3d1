package org.entente.node.agreements.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.PATIENCE;
import static org.entente.node.agreements.TestParties.held;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.people.TestMailbox;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;

/** Two officers of one government: one asks and cannot confirm it, another does. */
record JoiningByTwo(TestBrowser one, TestBrowser another) {
    /** The two of a government. */
    static JoiningByTwo at(TestNode government, TestMailbox mailbox) {
        return new JoiningByTwo(
                new TestBrowser(government).signIn(mailbox, "first@example.ca"),
                new TestBrowser(government).signIn(mailbox, "second@example.ca"));
    }

    /** They ask to join an entente. */
    void ask(TestNode newcomer, TestNode depositary, String name) {
        Map<String, String> address = Map.of("address", depositary.origin() + "/ententes/" + name);
        assertThat(one.post("/fr/accession", address).statusCode()).isEqualTo(400);
        Map<String, String> instrument = read(one, address, depositary, name);
        Map<String, String> unread = Map.of("address", address.get("address"), "document", "A".repeat(43));
        HttpResponse<String> other = one.post("/fr/accession", unread);
        assertThat(other.statusCode()).isEqualTo(409);
        Map<String, String> faulty = new HashMap<>(unread);
        faulty.putAll(Map.of("issuers-rows", "1", "issuers-1-organisation", "no organisation"));
        assertThat(one.post("/fr/accession", faulty).statusCode())
                .as("another text and a fault in a field")
                .isEqualTo(409);
        assertThat(one.get("/en/accession/text").statusCode()).isEqualTo(303);
        assertThat(one.get("/fr/accession").body()).doesNotContain("Retirer cette demande");
        assertThat(one.post("/fr/accession", instrument).statusCode()).isEqualTo(303);
        assertThat(one.post("/fr/accession", instrument).statusCode()).isEqualTo(409);
        assertThat(one.get("/fr/accession").body())
                .contains("Un autre agent confirme", name)
                .doesNotContain("/confirmation");
        assertThat(newcomer.bean(Holdings.class).find(name)).isEmpty();
        assertThat(another.get("/fr/accession").body()).doesNotContain("/confirmation");
        String confirmation = Jsoup.parse(
                        another.post("/fr/accession/text", address).body())
                .select("form[action$=confirmation]")
                .attr("action");
        assertThat(another.post(confirmation, Map.of()).statusCode()).isEqualTo(400);
        assertThat(another.post(confirmation, Map.of("document", "A".repeat(43)))
                        .statusCode())
                .isEqualTo(409);
        assertThat(newcomer.bean(Holdings.class).find(name)).isEmpty();
        Map<String, String> shown = Map.of("document", instrument.get("document"));
        assertThat(another.post(confirmation, shown).statusCode()).isEqualTo(303);
    }

    /** The text is shown in both languages, its headings in that of the page, with the hash that the form names. */
    private static Map<String, String> read(
            TestBrowser officer, Map<String, String> address, TestNode depositary, String name) {
        HttpResponse<String> shown = officer.post("/fr/accession/text", address);
        assertThat(shown.statusCode()).isEqualTo(200);
        var text = held(depositary, name).entente();
        String seen = plain(Jsoup.parse(shown.body()).select("main").text());
        assertThat(text.paragraphs())
                .allMatch(paragraph -> seen.contains(plain(paragraph.text().fr()))
                        && (paragraph.heading()
                                || seen.contains(plain(paragraph.text().en()))));
        assertThat(shown.body()).contains(text.hash());
        return Map.of(
                "address",
                address.get("address"),
                "document",
                Jsoup.parse(shown.body()).select("main input[name=document]").attr("value"));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }

    /** They approve that the one that asks joins. */
    void admit(TestNode party, String name) {
        await().atMost(PATIENCE).until(() -> !held(party, name).accessions().isEmpty());
        String here = "/fr/ententes/" + name;
        String approval = here + "/accessions/"
                + held(party, name).accessions().getFirst().hash() + "/approval";
        assertThat(one.post(approval, Map.of()).statusCode()).isEqualTo(303);
        HttpResponse<String> alone = one.post(approval, Map.of());
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(alone.body()).contains("un autre agent que vous");
        assertThat(one.get(here + "/desk").body())
                .contains("Un autre agent confirme")
                .doesNotContain(approval);
        assertThat(another.get(here + "/desk").body()).contains("Un agent l’a demandé", approval);
        assertThat(another.post(approval, Map.of()).statusCode()).isEqualTo(303);
        assertThat(another.get(here + "/desk").body()).doesNotContain(approval);
    }
}
