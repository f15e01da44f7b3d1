package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.entente.names.profile.CsvTable;
import org.entente.node.TestNode;
import org.entente.node.issuance.TestHolder;
import org.entente.node.issuance.TestIssuer;
import org.entente.node.kernel.PersonId;
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
import org.entente.protocols.json.Json;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * T1: every probe and every letter of every orthography goes one way through all stations, and is at each what was written, code
 * point for code point in NFC: form, database, page, API, credential, wallet, verifier's page, paper, file, form again. What a
 * register says goes the same way from its file on. Letters go many to a name, so that the way takes seconds.
 */
@InCountry
class NamesRoundTripTests {
    private static final int NAMES_OF_A_PERSON = 20;
    /** A wallet asks others so many times a minute, and no more. */
    private static final int NAMES_OF_A_WALLET = 4;

    private final Country country;

    NamesRoundTripTests(Country country) {
        this.country = country;
    }

    @Test
    void every_probe_and_every_letter_that_a_person_writes_survives_the_whole_way() throws IOException {
        PublishedLetters.requirePublished();
        List<String> written = ManyLetters.names();
        country.entente();

        for (int from = 0; from < written.size(); from += NAMES_OF_A_PERSON) {
            wholeWay(
                    written.subList(from, Math.min(written.size(), from + NAMES_OF_A_PERSON)),
                    new RecordId(TestRegister.ID, ManyLetters.plain(from / NAMES_OF_A_PERSON)));
        }
    }

    @Test
    void every_probe_and_every_letter_of_a_registers_file_survives_from_there_to_a_registers_file() {
        PublishedLetters.requirePublished();
        List<String> written = ManyLetters.names();
        country.entente();

        List<String> received = throughTheWallet(written);

        assertThat(received).as("on the verifier's page").containsExactlyElementsOf(written);
        assertThat(TestRegister.names(ManyLetters.file(received)))
                .as("in a register again")
                .containsExactlyElementsOf(written);
    }

    /** All stations, in the order in which a name goes. */
    private void wholeWay(List<String> written, RecordId record) throws IOException {
        TestNode quebec = country.quebec();
        String email = country.newcomer();
        TestPerson person = new TestPerson(new TestBrowser(quebec).signIn(country.mailbox(), email));
        PersonId account = quebec.bean(People.class)
                .person(EmailAddress.parse(email).orElseThrow())
                .orElseThrow()
                .id();
        List<String> pages = written.stream()
                .map(name -> person.record(name, "entente:open", "used"))
                .map(path -> person.page(path).expectFirst("h1 .name").wholeText())
                .toList();
        requireSame("form and page", pages, written);
        requireSame("database", stored(quebec, account), written);
        requireSame("API", asJson(person), written);
        assertThat(quebec.bean(MatchPerson.class)
                        .match(
                                account,
                                new Proof(record, LocalDate.parse("1990-01-01"), "K7QM-M2PD"),
                                "192.0.2.9",
                                Instant.now()))
                .isInstanceOf(MatchOutcome.Matched.class);

        Resident resident = new Resident(country);
        requireSame("credential and wallet", toldByTheBearer(received(resident, record.number())), written);
        requireSame("verifier's page", toldByTheBearer(shownToAService(resident)), written);
        requireSame("paper", onPaper(person), written);
        byte[] file = person.browser().getBytes("/en/names/names.csv").body();
        List<String> exported = CsvTable.rows(new String(file, StandardCharsets.UTF_8)).stream()
                .skip(1)
                .map(List::getFirst)
                .toList();
        requireSame("file", exported, written);
        requireSame("form again", broughtAgain(file), written);
        requireSame("register", TestRegister.names(ManyLetters.file(exported)), written);
    }

    private static void requireSame(String station, List<String> there, List<String> written) {
        assertThat(there).as(station).containsExactlyElementsOf(written);
    }

    private static List<String> stored(TestNode node, PersonId person) {
        return node.bean(JdbcClient.class)
                .sql("""
                        select name ->> 'full' as "full" from names.files, jsonb_array_elements(file -> 'names')
                               with ordinality as one(name, place)
                         where person = :person
                           and version = (select max(version) from names.files where person = :person)
                         order by place
                        """)
                .param("person", person.value())
                .query((row, number) -> row.getString("full"))
                .list();
    }

    private static List<String> asJson(TestPerson person) {
        return Json.object(person.browser().getBytes("/en/names/names.json").body())
                .path("names")
                .valueStream()
                .map(name -> name.path("full").stringValue())
                .toList();
    }

    /** The headings of the PDF as a screen reader gets them; copied text is tested beside, of {@code PaperTests}. */
    private static List<String> onPaper(TestPerson person) throws IOException {
        try (PDDocument paper =
                Loader.loadPDF(person.browser().getBytes("/en/names/paper.pdf").body())) {
            List<String> headings = new ArrayList<>();
            gather(paper.getDocumentCatalog().getStructureTreeRoot(), headings);
            // The last one says what is not on the paper.
            return headings.subList(0, headings.size() - 1);
        }
    }

    private static void gather(PDStructureNode node, List<String> headings) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("H2")) {
                    headings.add(element.getActualText());
                }
                gather(element, headings);
            }
        }
    }

    /** Another person brings the file, and records what it proposes. */
    private List<String> broughtAgain(byte[] file) {
        TestPerson other = new TestPerson(country.signedIn(country.quebec()));
        for (Element form : Jsoup.parse(other.bring(file).body()).select("main .option form")) {
            String draft = TestPerson.path(other.press("/names/drafts", TestPerson.hidden(form)));
            other.press(draft + "/check", Map.of());
        }
        return asJson(other);
    }

    /** The names on a page of a wallet or a service of which it says that nobody attests them. */
    private static List<String> toldByTheBearer(Document page) {
        return page
                .select("main dd:contains(told by yourself) .name, main dd:contains(said by the person) .name")
                .stream()
                .map(Element::wholeText)
                .toList();
    }

    private Document shownToAService(Resident resident) {
        Asking asking = Asking.begun(country.columbia(), "names");
        URI back = resident.agree(asking.wallet());
        return Jsoup.parse(asking.visitor().get("/en" + asking.outcome(back)).body());
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
}
