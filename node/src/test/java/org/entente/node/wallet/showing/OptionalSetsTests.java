package org.entente.node.wallet.showing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
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
import org.entente.node.wallet.attestations.Attestation;
import org.entente.node.wallet.attestations.Attestations;
import org.entente.node.wallet.attestations.Showing;
import org.entente.node.wallet.attestations.Showings;
import org.entente.node.wallet.receiving.TestReceptions;
import org.entente.node.web.FormErrors;
import org.entente.protocols.Requirement;
import org.entente.protocols.dcql.DcqlQuery;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vp.WalletAnswer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A holder decides on what a verifier does without, and the wallet finds what can be shown (OID4VP 1.0 §6.4.2). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OptionalSetsTests {
    private static final String CARD_TOO = "{'options': [['id']]}, {'options': [['card']], 'required': false}";
    private static final String EITHER = "{'options': [['id'], ['card']]}";

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

    @Test
    @Requirement("OID4VP 1.0 §6.4.2 optional-sets")
    void what_the_verifier_does_without_is_not_shown_unless_its_holder_ticks_it() {
        PersonId holder = holding("id", "card");
        assertThat(shown(holder, CARD_TOO)).containsExactly("id");
        assertThat(shown(holder, CARD_TOO, 1)).containsExactlyInAnyOrder("id", "card");
        assertThat(wallet.bean(Showings.class).of(holder).stream().map(Showing::type))
                .containsExactlyInAnyOrder(type("id"), type("id"), type("card"));
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.2 optional-sets")
    void no_box_is_ticked_before_its_holder_did() {
        PersonId holder = holding("id", "card");
        try (TestVerifier verifier = asking(CARD_TOO)) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(view(holder, request).extras())
                    .singleElement()
                    .satisfies(extra -> assertThat(extra.ticked()).isFalse())
                    .satisfies(extra -> assertThat(extra.available()).isTrue());
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.2 optional-sets")
    void what_the_verifier_does_without_keeps_nothing_back_when_no_copy_is_left_or_none_was_ever_held() {
        assertThat(shown(holding("id"), CARD_TOO)).containsExactly("id");
        PersonId holder = holding("id", "card");
        useUp(holder, "card");
        try (TestVerifier verifier = asking(CARD_TOO)) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(view(holder, request).answerable()).isTrue();
            assertThat(view(holder, request).extras())
                    .singleElement()
                    .satisfies(extra -> assertThat(extra.available()).isFalse());
            assertThat(agree(holder, request, form(holder, request))).isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(shown(verifier)).containsExactly("id");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EITHER, "{'options': [['id', 'card'], ['card']]}"})
    @Requirement("OID4VP 1.0 §6.4.2 required-sets")
    void an_option_without_a_copy_yields_to_one_that_can_be_shown(String sets) {
        PersonId holder = holding("id", "card");
        useUp(holder, "id");
        assertThat(shown(holder, sets)).containsExactly("card");
    }

    @Test
    void what_was_ticked_and_is_used_up_meanwhile_is_told_before_anything_leaves() {
        PersonId holder = holding("id", "card");
        try (TestVerifier verifier = asking(CARD_TOO)) {
            UUID request = showings.opened(holder, verifier, "");
            Map<String, List<String>> ticked = form(holder, request, 1);
            useUp(holder, "card");
            assertThat(agree(holder, request, ticked)).isEqualTo(new AnswerOutcome.ExtraGone());
            assertThat(verifier.answers()).isEmpty();
            assertThat(agree(holder, request, form(holder, request))).isInstanceOf(AnswerOutcome.Taken.class);
        }
    }

    @Test
    void another_option_that_took_the_place_of_the_one_on_the_page_does_not_leave_unseen() {
        PersonId holder = holding("id", "card");
        try (TestVerifier verifier = asking(EITHER)) {
            UUID request = showings.opened(holder, verifier, "");
            Map<String, List<String>> page = form(holder, request);
            useUp(holder, "id");
            assertThat(agree(holder, request, page)).isEqualTo(new AnswerOutcome.Changed("card"));
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    void another_attestation_does_not_leave_in_the_place_of_the_chosen_one() {
        PersonId holder = holding("id", "id");
        UUID chosen = wallet.bean(Attestations.class).of(holder).getFirst().id();
        try (TestVerifier verifier = asking("{'options': [['id']]}")) {
            UUID request = showings.opened(holder, verifier, "");
            Map<String, List<String>> page = form(holder, request);
            page.put(RequestView.field("id"), List.of(chosen.toString()));
            useUp(chosen);
            assertThat(agree(holder, request, page)).isEqualTo(new AnswerOutcome.ChoiceMissing("id"));
            assertThat(verifier.answers()).isEmpty();
        }
    }

    @Test
    @Requirement("OID4VP 1.0 §6.4.2 optional-sets")
    void where_all_may_be_left_out_something_is_ticked_or_the_request_refused() {
        String optional = "{'options': [['id']], 'required': false}, {'options': [['card']], 'required': false}";
        PersonId holder = holding("id", "card");
        try (TestVerifier verifier = asking(optional)) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(agree(holder, request, form(holder, request))).isEqualTo(new AnswerOutcome.ExtraMissing());
            assertThat(verifier.answers()).isEmpty();
            assertThat(agree(holder, request, form(holder, request, 0))).isInstanceOf(AnswerOutcome.Taken.class);
            assertThat(shown(verifier)).containsExactly("id");
        }
        PersonId other = holding("permit");
        try (TestVerifier verifier = asking(optional)) {
            StoredRequest stored = stored(other, showings.opened(other, verifier, ""));
            assertThat(wallet.bean(ReadRequest.class).read(other, stored, Instant.now()))
                    .isEqualTo(new ReadRequest.Outcome.Lacking(List.of(type("id"), type("card"))));
        }
    }

    @Test
    void what_stands_in_two_sets_stands_on_the_page_once_and_goes_with_either() {
        String sharing = CARD_TOO + ", {'options': [['card', 'permit']], 'required': false},"
                + " {'options': [['id', 'card']], 'required': false}";
        PersonId holder = holding("id", "card", "permit");
        try (TestVerifier verifier = asking(sharing)) {
            RequestView view = view(holder, showings.opened(holder, verifier, ""));
            assertThat(view.extras().stream().map(extra -> extra.questions().size()))
                    .containsExactly(1, 1);
            assertThat(view.extras().getLast().types()).hasSize(2);
        }
        assertThat(shown(holder, sharing, 2)).containsExactlyInAnyOrder("id", "card", "permit");
        assertThat(shown(holder, sharing, 1)).containsExactlyInAnyOrder("id", "card");
    }

    /** A holder of an attestation of each of these types. */
    private PersonId holding(String... types) {
        PersonId holder = TestReceptions.somebody();
        for (String type : types) {
            new TestReceptions(wallet).receive(holder, issuer);
            UUID latest = wallet.bean(Attestations.class).of(holder).getFirst().id();
            wallet.bean(JdbcClient.class)
                    .sql("update wallet.attestations set type = ?, labels = '{}'::jsonb where id = ?")
                    .params(type(type), latest)
                    .update();
        }
        return holder;
    }

    private static String type(String name) {
        return "urn:example:" + name + ":1";
    }

    private void useUp(PersonId holder, String name) {
        wallet.bean(Attestations.class).of(holder).stream()
                .filter(attestation -> attestation.type().equals(type(name)))
                .map(Attestation::id)
                .forEach(this::useUp);
    }

    private void useUp(UUID attestation) {
        wallet.bean(JdbcClient.class)
                .sql("update wallet.copies set shown_to = 'another', shown_at = now() where attestation = ?")
                .param(attestation)
                .update();
    }

    private static TestVerifier asking(String sets) {
        return new TestVerifier("office").with(DcqlQuery.parse(Json.parse("""
                {"credentials": [
                    {"id": "id", "format": "dc+sd-jwt", "meta": {"vct_values": ["urn:example:id:1"]},
                     "claims": [{"path": ["family_name"]}]},
                    {"id": "card", "format": "dc+sd-jwt", "meta": {"vct_values": ["urn:example:card:1"]},
                     "claims": [{"path": ["given_name"]}]},
                    {"id": "permit", "format": "dc+sd-jwt", "meta": {"vct_values": ["urn:example:permit:1"]}}],
                 "credential_sets": [%s]}""".formatted(sets.replace('\'', '"')))));
    }

    /** The names of what a verifier is shown by a holder who agrees, and ticks these sets. */
    private Set<String> shown(PersonId holder, String sets, int... ticked) {
        try (TestVerifier verifier = asking(sets)) {
            UUID request = showings.opened(holder, verifier, "");
            assertThat(agree(holder, request, form(holder, request, ticked))).isInstanceOf(AnswerOutcome.Taken.class);
            return shown(verifier);
        }
    }

    private static Set<String> shown(TestVerifier verifier) {
        if (verifier.read(verifier.answers().getFirst()) instanceof WalletAnswer.Presented presented) {
            return presented.presentations().keySet();
        }
        throw new AssertionError("nothing was shown");
    }

    private AnswerOutcome agree(PersonId holder, UUID request, Map<String, List<String>> form) {
        return wallet.bean(AgreeToShow.class).agree(holder, request, Choices.of(form), Instant.now());
    }

    /** What the page's form sends. */
    private Map<String, List<String>> form(PersonId holder, UUID request, int... ticked) {
        RequestView view = view(holder, request);
        Map<String, List<String>> form = new HashMap<>();
        Stream.concat(view.questions().stream(), view.extras().stream().flatMap(extra -> extra.questions().stream()))
                .flatMap(question -> question.options().stream())
                .filter(RequestView.OptionView::available)
                .map(RequestView.OptionView::names)
                .forEach(names -> form.put(names.seenField(), List.of(names.seen())));
        for (int set : ticked) {
            form.put(Choices.extraField(set), List.of("yes"));
        }
        return form;
    }

    private StoredRequest stored(PersonId holder, UUID request) {
        return wallet.bean(Requests.class).find(holder, request).orElseThrow();
    }

    private RequestView view(PersonId holder, UUID request) {
        StoredRequest stored = stored(holder, request);
        if (wallet.bean(ReadRequest.class).read(holder, stored, Instant.now())
                instanceof ReadRequest.Outcome.Answerable(KnownRequest known, Match.Found found)) {
            return RequestView.of(stored, known, found, Choices.NONE, Language.EN, FormErrors.none());
        }
        throw new AssertionError("not answerable");
    }
}
