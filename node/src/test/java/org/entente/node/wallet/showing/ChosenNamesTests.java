package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestVerifier;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.wallet.attestations.Copy;
import org.entente.node.web.FormErrors;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.SdJwt;
import org.entente.protocols.sdjwt.SdJwtIssuance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** A holder shows those of their names that they choose, where a verifier asks for all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChosenNamesTests {
    private static final String ALL = "[\"ca_names\"]";
    private static final String EACH = "[\"ca_names\", null]";

    private TestNode wallet;
    private TestIssuer issuer;
    private TestShowings showings;

    @BeforeAll
    void open() {
        wallet = TestNode.wallet(Map.of());
        issuer = new TestIssuer();
        showings = new TestShowings(wallet);
    }

    @AfterAll
    void close() {
        issuer.close();
        wallet.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL, EACH, "[\"ca_names\", null, \"full\"]"})
    void only_the_chosen_ones_leave_the_wallet(String path) {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office").with(asking(path))) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(agree(holder, request, Set.of(0, 2))).isInstanceOf(AnswerOutcome.Taken.class);

            SdJwt shown = TestShowings.presentation(verifier);
            assertThat(names(shown)).containsExactly("Percé Kamouraska", "ᐃᖃᓗᐃᑦ");
            assertThat(shown.claims().has("family_name")).isFalse();
        }
    }

    @Test
    void none_at_all_is_no_answer_nor_is_a_form_that_says_nothing_of_them() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office").with(asking(ALL))) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(agree(holder, request, Set.of())).isEqualTo(new AnswerOutcome.NameMissing("residence"));
            assertThat(agree(holder, request, Set.of(17))).isEqualTo(new AnswerOutcome.NameMissing("residence"));
            assertThat(verifier.answers()).isEmpty();

            assertThat(showings.answer(holder, request)).isEqualTo(new AnswerOutcome.NameMissing("residence"));
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    void names_that_were_renewed_under_the_page_are_shown_again_before_anything_leaves() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office").with(asking(ALL))) {
            UUID request = showings.opened(holder, verifier, "");
            Choices choices = choices(holder, request, Set.of(0));
            renew(holder, """
                    {"ca_names": [{"full": "ᐃᖃᓗᐃᑦ", "kind": "traditional"}, {"full": "Percé Kamouraska", "kind": "legal"}]}""");

            assertThat(agree(holder, request, choices)).isEqualTo(new AnswerOutcome.NamesChanged("residence"));
            assertThat(verifier.answers()).isEmpty();
            assertThat(boxes(holder, request, choices.withoutNames())).containsExactly(false, true);
            assertThat(agree(holder, request, choices(holder, request, Set.of(1))))
                    .isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(names(TestShowings.presentation(verifier))).containsExactly("Percé Kamouraska");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"ca_name_pronunciation\"]",
                "[\"ca_name_pronunciation\", null]",
                "[\"ca_name_pronunciation\", null, \"ipa\"]",
                "[\"ca_name_pronunciation\", 1]",
                "[\"ca_name_legacy\"]"
            })
    void what_is_said_of_a_name_that_stays_stays_with_it(String path) {
        PersonId holder = showings.holder(issuer);
        renew(holder, """
                {"ca_names": [{"full": "Percé Kamouraska", "kind": "legal"}, {"full": "ᐃᖃᓗᐃᑦ", "kind": "traditional"}],
                 "ca_name_pronunciation": [{"full": "Percé Kamouraska", "ipa": "pɛʁse"}, {"full": "ᐃᖃᓗᐃᑦ", "ipa": "iqaluit"}],
                 "ca_name_legacy": [{"full": "ᐃᖃᓗᐃᑦ", "value": "Iqaluit"}, {"full": "Percé Kamouraska", "value": "Perce"}]}""");
        try (TestVerifier verifier = new TestVerifier("office").with(asking(ALL, path))) {
            UUID request = showings.opened(holder, verifier, "");
            agree(holder, request, Set.of(0));

            SdJwt shown = TestShowings.presentation(verifier);
            assertThat(names(shown)).containsExactly("Percé Kamouraska");
            assertThat(shown.claims().toString()).doesNotContain("ᐃᖃᓗᐃᑦ", "qaluit");
            assertThat(shown.disclosures())
                    .noneMatch(disclosure -> disclosure.toString().contains("ᐃᖃᓗᐃᑦ"));
            assertThat(shown.claims().toString().contains("pɛʁse")
                            || shown.claims().toString().contains("\"Perce\""))
                    .isEqualTo(!path.contains("1"));
        }
    }

    @Test
    void a_second_name_that_came_after_the_page_does_not_leave_with_the_first() {
        PersonId holder = showings.holder(issuer);
        renew(holder, "{\"ca_names\": [{\"full\": \"Percé Kamouraska\", \"kind\": \"legal\"}]}");
        try (TestVerifier verifier = new TestVerifier("office").with(asking(ALL))) {
            UUID request = showings.opened(holder, verifier, "");
            Choices shown = Choices.of(Map.of(
                    Choices.seenField("residence", attestation(holder).id()),
                    List.of(view(holder, request, Choices.NONE).seen())));
            renew(holder, """
                    {"ca_names": [{"full": "Percé Kamouraska", "kind": "legal"}, {"full": "ᐃᖃᓗᐃᑦ", "kind": "traditional"}]}""");

            assertThat(agree(holder, request, shown)).isEqualTo(new AnswerOutcome.NamesChanged("residence"));
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    void a_name_that_is_asked_for_by_its_position_is_shown_or_the_request_refused() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office").with(asking("[\"ca_names\", 0]"))) {
            UUID request = showings.opened(holder, verifier, "");
            agree(holder, request, Set.of(1));
            assertThat(names(TestShowings.presentation(verifier))).containsExactly("Percé Kamouraska");
        }
    }

    @Test
    void a_traditional_name_is_shown_by_choice_alone() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office").with(asking(EACH))) {
            UUID request = showings.opened(holder, verifier, "");

            assertThat(boxes(holder, request, Choices.NONE)).containsExactly(true, true, false);
            assertThat(boxes(holder, request, choices(holder, request, Set.of())))
                    .as("what was unticked is not ticked again")
                    .containsExactly(false, false, false);
            assertThat(boxes(holder, request, choices(holder, request, Set.of(2))))
                    .containsExactly(false, false, true);
        }
    }

    private List<Boolean> boxes(PersonId holder, UUID request, Choices choices) {
        return view(holder, request, choices).boxes().stream()
                .map(NamesView.Box::ticked)
                .toList();
    }

    private NamesView view(PersonId holder, UUID request, Choices choices) {
        StoredRequest stored = wallet.bean(Requests.class).find(holder, request).orElseThrow();
        if (!(wallet.bean(ReadRequest.class).read(holder, stored, Instant.now())
                instanceof ReadRequest.Outcome.Answerable(KnownRequest known, Match.Found found))) {
            throw new AssertionError("not answerable");
        }
        return RequestView.of(stored, known, found, choices, Language.EN, FormErrors.none())
                .questions()
                .getFirst()
                .options()
                .getFirst()
                .names();
    }

    /** Puts a batch of one copy that says this in the place of the holder's. */
    private void renew(PersonId holder, String claims) {
        Attestations attestations = wallet.bean(Attestations.class);
        UUID attestation = attestation(holder).id();
        Copy copy = attestations
                .take(attestation, "nobody", UUID.randomUUID(), Instant.now())
                .orElseThrow();
        ObjectNode plain = Json.newObject()
                .put("iss", issuer.id().toString())
                .put("vct", TestIssuer.TYPE)
                .put("exp", Instant.now().plus(Duration.ofDays(9)).getEpochSecond());
        plain.putObject("cnf").set("jwk", copy.key().publicKey().toJson());
        SdJwt renewed = SdJwt.parse(
                SdJwtIssuance.issue(issuer.credentialSigner(), plain, Json.object(claims), 2, new SecureRandom()));
        assertThat(attestations.replace(
                        attestation, List.of(new Copy(UUID.randomUUID(), copy.key(), renewed)), Optional.empty()))
                .isTrue();
    }

    private Attestation attestation(PersonId holder) {
        return wallet.bean(Attestations.class).of(holder).getFirst();
    }

    private AnswerOutcome agree(PersonId holder, UUID request, Set<Integer> names) {
        return wallet.bean(AgreeToShow.class).agree(holder, request, choices(holder, request, names), Instant.now());
    }

    private AnswerOutcome agree(PersonId holder, UUID request, Choices choices) {
        return wallet.bean(AgreeToShow.class).agree(holder, request, choices, Instant.now());
    }

    private Choices choices(PersonId holder, UUID request, Set<Integer> names) {
        UUID attestation = attestation(holder).id();
        List<String> sent = Stream.concat(Stream.of(""), names.stream().map(String::valueOf))
                .toList();
        return Choices.of(Map.of(
                Choices.field("residence", attestation),
                sent,
                Choices.seenField("residence", attestation),
                List.of(view(holder, request, Choices.NONE).seen())));
    }

    private static List<String> names(SdJwt shown) {
        return shown.claims()
                .path("ca_names")
                .valueStream()
                .map(name -> name.path("full").asString(""))
                .toList();
    }

    private static DcqlQuery asking(String... paths) {
        return DcqlQuery.of(CredentialQuery.of(
                "residence",
                "dc+sd-jwt",
                TestIssuer.TYPE,
                List.of(),
                Stream.of(paths).map(path -> ClaimPath.parse(Json.parse(path))).toList()));
    }
}
