package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.wallet.TestIssuer;
import org.entente.node.wallet.TestVerifier;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.web.FormErrors;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.dcql.CredentialQuery;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.json.Json;
import org.entente.protocols.sdjwt.SdJwt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void none_at_all_is_no_answer_and_whoever_was_not_asked_shows_all() {
        PersonId holder = showings.holder(issuer);
        try (TestVerifier verifier = new TestVerifier("office").with(asking(ALL))) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(agree(holder, request, Set.of())).isEqualTo(new AnswerOutcome.NameMissing("residence"));
            assertThat(agree(holder, request, Set.of(17))).isEqualTo(new AnswerOutcome.NameMissing("residence"));
            assertThat(verifier.answers()).isEmpty();

            showings.answer(holder, request);
            assertThat(names(TestShowings.presentation(verifier))).hasSize(3);
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
            assertThat(boxes(holder, request, choices(holder, Set.of())))
                    .as("what was unticked is not ticked again")
                    .containsExactly(false, false, false);
            assertThat(boxes(holder, request, choices(holder, Set.of(2)))).containsExactly(false, false, true);
        }
    }

    private List<Boolean> boxes(PersonId holder, UUID request, Choices choices) {
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
                .names()
                .boxes()
                .stream()
                .map(NamesView.Box::ticked)
                .toList();
    }

    private AnswerOutcome agree(PersonId holder, UUID request, Set<Integer> names) {
        return wallet.bean(AgreeToShow.class).agree(holder, request, choices(holder, names), Instant.now());
    }

    private Choices choices(PersonId holder, Set<Integer> names) {
        UUID attestation = wallet.bean(Attestations.class).of(holder).getFirst().id();
        List<String> sent = Stream.concat(Stream.of(""), names.stream().map(String::valueOf))
                .toList();
        return Choices.of(Map.of(Choices.field("residence", attestation), sent));
    }

    private static List<String> names(SdJwt shown) {
        return shown.claims()
                .path("ca_names")
                .valueStream()
                .map(name -> name.path("full").asString(""))
                .toList();
    }

    private static DcqlQuery asking(String path) {
        return DcqlQuery.of(CredentialQuery.of(
                "residence", "dc+sd-jwt", TestIssuer.TYPE, List.of(), List.of(ClaimPath.parse(Json.parse(path)))));
    }
}
