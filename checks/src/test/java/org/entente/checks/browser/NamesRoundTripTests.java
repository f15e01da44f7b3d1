package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.names.PublishedLetters;
import org.entente.node.names.TestPerson;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.entente.node.registers.MatchOutcome;
import org.entente.node.registers.MatchPerson;
import org.entente.node.registers.Proof;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.TestBrowser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/**
 * T1: every probe and every letter of every orthography goes the whole way, and is at each station what was written, code point
 * for code point in NFC: form, database, paper; register, API, credential, wallet, verifier's page, file, register again.
 * Letters go many to a name, so that the way takes seconds.
 */
@InCountry
class NamesRoundTripTests {
    private static final int NAMES_OF_A_PERSON = 20;
    /** A wallet asks others so many times a minute, and no more. */
    private static final int NAMES_OF_A_WALLET = 4;

    private static final Proof KNOWN =
            new Proof(new RecordId(TestRegister.ID, ManyLetters.number(0)), LocalDate.parse("1990-01-01"), "K7QM-M2PD");

    private final Country country;

    NamesRoundTripTests(Country country) {
        this.country = country;
    }

    @Test
    void every_probe_and_every_letter_survives_the_whole_way() throws IOException {
        PublishedLetters.requirePublished();
        List<String> written = ManyLetters.names();
        country.entente();

        for (int from = 0; from < written.size(); from += NAMES_OF_A_PERSON) {
            throughTheForm(written.subList(from, Math.min(written.size(), from + NAMES_OF_A_PERSON)));
        }
        List<String> received = throughTheWallet(written);
        assertThat(received).as("on the verifier's page").containsExactlyElementsOf(written);
        assertThat(TestRegister.names(ManyLetters.file(received)))
                .as("in a register again")
                .containsExactlyElementsOf(written);
    }

    @Test
    void what_only_the_person_has_recorded_reaches_the_wallet_beside_the_registers_name() throws IOException {
        List<String> probes = ManyLetters.probes().subList(0, NAMES_OF_A_PERSON);
        TestNode quebec = country.quebec();
        String email = country.newcomer();
        TestPerson person = new TestPerson(new TestBrowser(quebec).signIn(country.mailbox(), email));
        probes.forEach(probe -> person.record(probe, "entente:open", "used"));
        assertThat(quebec.bean(MatchPerson.class)
                        .match(
                                quebec.bean(People.class)
                                        .person(EmailAddress.parse(email).orElseThrow())
                                        .orElseThrow()
                                        .id(),
                                KNOWN,
                                "192.0.2.9",
                                Instant.now()))
                .isInstanceOf(MatchOutcome.Matched.class);

        Resident resident = new Resident(country);
        Document page = received(resident, KNOWN.record().number());

        assertThat(page.select("main dd:contains(told by yourself):contains(name in use) > bdi.name").stream()
                        .map(Element::wholeText))
                .containsAll(probes);
    }

    /** Form, database, page, paper. */
    private void throughTheForm(List<String> written) throws IOException {
        TestPerson person = new TestPerson(country.signedIn(country.quebec()));
        List<String> kept = new ArrayList<>();
        for (String name : written) {
            String path = person.record(name, "entente:open", "used");
            kept.add(person.page(path).expectFirst("h1 .name").wholeText());
        }
        assertThat(kept).as("recorded and shown").containsExactlyElementsOf(written);
        try (PDDocument paper =
                Loader.loadPDF(person.browser().getBytes("/en/names/paper.pdf").body())) {
            String printed = together(new PDFTextStripper().getText(paper).replaceAll("(?m)^\\d+ / \\d+$", ""));
            assertThat(written).as("on paper").allMatch(name -> printed.contains(together(name)));
        }
    }

    /** API, credential, wallet, verifier's page; what that page says. */
    private List<String> throughTheWallet(List<String> written) {
        List<String> received = new ArrayList<>();
        Resident resident = new Resident(country);
        for (int i = 0; i < written.size(); i++) {
            if (i > 0 && i % NAMES_OF_A_WALLET == 0) {
                resident = new Resident(country);
            }
            Document page = received(resident, ManyLetters.number(i));
            assertThat(texts(page)).as("in the wallet").contains(written.get(i));
            received.add(shown(resident, written.get(i)));
            resident.post(page.location().replaceFirst("^/en", "") + "/delete", Map.of());
        }
        return received;
    }

    /** The page of the only attestation that the wallet has, made from a record. */
    private Document received(Resident resident, String record) {
        TestHolder.Given given = new TestHolder(country.quebec()).offered(record, TestIssuer.IDENTITY);
        String offer = resident.opened("/en/wallet/offer?credential_offer_uri=" + Resident.encoded(given.offer()));
        resident.post(offer + "/accept", Map.of("tx_code", given.transactionCode()));
        String path = Jsoup.parse(resident.browser().get("/en/wallet").body())
                .expectFirst("main a[href^=/en/wallet/attestations/]")
                .attr("href");
        return Jsoup.parse(resident.browser().get(path).body(), path);
    }

    private String shown(Resident resident, String expected) {
        Asking asking = Asking.begun(country.columbia());
        URI back = resident.agree(asking.wallet());
        Document page =
                Jsoup.parse(asking.visitor().get("/en" + asking.outcome(back)).body());
        return texts(page).stream().filter(expected::equals).findFirst().orElse("");
    }

    private static List<String> texts(Document page) {
        return page.select("main bdi, main dd").stream()
                .flatMap(element ->
                        Stream.of(element.wholeText(), element.wholeText().strip()))
                .distinct()
                .toList();
    }

    /** Lines end where they are full. */
    private static String together(String text) {
        return text.replaceAll("\\s+", "");
    }
}
