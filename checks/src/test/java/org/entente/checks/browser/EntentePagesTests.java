package org.entente.checks.browser;

import static org.awaitility.Awaitility.await;
import static org.entente.node.agreements.TestParties.awaitNumber;

import java.util.Set;
import java.util.stream.Stream;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestParties;
import org.entente.node.agreements.held.Holdings;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.agreements.life.Target;
import org.entente.node.signin.TestBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Ententes as anybody reads them, one in force that Ontario joined and of which a type is suspended and one wholly suspended;
 * and as only officers do, one proposed and one signed here only.
 */
@InCountry
class EntentePagesTests {
    private static final String PROPOSED = "libraries";
    private static final String SIGNED = "campsites";
    private static final String SUSPENDED = "fishing";

    private final Country country;
    private final PageChecks pages;
    private final TestBrowser officer;

    EntentePagesTests(Country country, PageChecks pages) {
        this.country = country;
        this.pages = pages;
        this.officer = new TestBrowser(country.quebec()).signIn(country.mailbox(), Country.OFFICER);
    }

    @BeforeAll
    void conclude() {
        String entente = country.entente();
        TestParties.introduce(country.quebec(), country.columbia(), country.ontario());
        TestParties.accede(country.ontario(), country.quebec(), country.columbia());
        awaitNumber(2, country.quebec(), country.columbia(), country.ontario());
        TestParties.perform(country.quebec(), entente, ActJson.suspend(residence(), Act.Cause.ERROR_IN_ISSUANCE));
        TestParties.propose(country.quebec(), country.draft(PROPOSED));
        TestParties.propose(country.quebec(), country.draft(SIGNED));
        await().atMost(TestParties.PATIENCE)
                .until(() ->
                        country.columbia().bean(Holdings.class).find(SIGNED).isPresent());
        TestParties.agree(country.columbia(), SIGNED);
        TestParties.sign(country.quebec(), SIGNED);
        TestParties.conclude(country.draft(SUSPENDED), country.quebec(), country.columbia());
        TestParties.perform(country.quebec(), SUSPENDED, ActJson.suspend(everything(), Act.Cause.MAINTENANCE));
        awaitNumber(3, country.quebec());
    }

    @TestFactory
    Stream<DynamicTest> all_of_a_government() {
        return pages.hold("ententes", Way.to(country.quebec(), "/ententes"));
    }

    @TestFactory
    Stream<DynamicTest> one_in_force_that_another_joined() {
        return pages.hold("entente-in-force", Way.to(country.quebec(), "/ententes/" + country.entente()));
    }

    @TestFactory
    Stream<DynamicTest> one_on_the_table() {
        return pages.hold("entente-proposed", Way.to(country.quebec(), "/ententes/" + PROPOSED, officer));
    }

    @TestFactory
    Stream<DynamicTest> one_that_the_other_has_not_signed() {
        return pages.hold("entente-signed", Way.to(country.quebec(), "/ententes/" + SIGNED, officer));
    }

    @TestFactory
    Stream<DynamicTest> one_that_is_suspended() {
        return pages.hold("entente-suspended", Way.to(country.quebec(), "/ententes/" + SUSPENDED));
    }

    @TestFactory
    Stream<DynamicTest> a_question_about_what_is_accepted() {
        return pages.hold("proof-path-question", Way.to(country.columbia(), "/proof-path"));
    }

    @TestFactory
    Stream<DynamicTest> the_answer_to_one() {
        return pages.hold("proof-path", Way.to(country.columbia(), "/proof-path" + question("place_of_birth")));
    }

    @TestFactory
    Stream<DynamicTest> a_question_that_lacks_something() {
        return pages.hold("proof-path-incomplete", Way.to(country.columbia(), "/proof-path?day=tomorrow"));
    }

    @TestFactory
    Stream<DynamicTest> what_would_be_otherwise() {
        String query = "?drops=birthdate&joins=CA-ON&level=2";
        return pages.hold(
                "what-if", Way.to(country.quebec(), "/ententes/" + country.entente() + "/what-if" + query, officer));
    }

    private String question(String claim) {
        return "?type=" + TestEntentes.IDENTITY + "&issuer=" + country.quebec().origin() + "/o/registrar&verifier="
                + country.columbia().origin() + "/o/registrar&purpose=arrival&claim=name&claim=" + claim;
    }

    private static Target residence() {
        return new Target("CA-QC", Target.Direction.ISSUANCE, Set.of(), Set.of(TestEntentes.RESIDENCE));
    }

    private static Target everything() {
        return new Target("CA-QC", Target.Direction.BOTH, Set.of(), Set.of());
    }
}
