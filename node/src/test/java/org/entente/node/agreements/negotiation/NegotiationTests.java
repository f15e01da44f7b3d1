package org.entente.node.agreements.negotiation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.NUNAVUT;
import static org.entente.node.agreements.TestGovernment.ONTARIO;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.TestGovernment;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.negotiation.Move.Step;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.junit.jupiter.api.Test;

class NegotiationTests {
    private static final Entente FIRST = text(1);
    private static final Entente SECOND = text(2);
    private static final Entente THIRD = text(3);
    private static final Map<String, Party> PARTIES = Negotiation.byKey(FIRST.parties());

    @Test
    void the_first_text_is_on_the_table_and_its_proposer_agrees_to_it() {
        Negotiation talks = opened();
        assertThat(talks.onTable()).contains(FIRST);
        assertThat(talks.agreed()).containsExactly("CA-QC");
        assertThat(talks.isOpenAt(NOW)).isTrue();
    }

    @Test
    void two_parties_that_counter_at_once_have_one_text_on_the_table_whichever_came_first() {
        Move ofQuebec = propose(QUEBEC, SECOND, 2, FIRST);
        Move ofColumbia = propose(BRITISH_COLUMBIA, THIRD, 2, FIRST);
        Negotiation here = take(take(opened(), ofQuebec, SECOND), ofColumbia, THIRD);
        Negotiation there = take(take(opened(), ofColumbia, THIRD), ofQuebec, SECOND);
        assertThat(here.onTable()).isEqualTo(there.onTable());
        assertThat(here.agreed()).isEqualTo(there.agreed()).hasSize(1);
        TestGovernment other = here.agreed().contains("CA-QC") ? BRITISH_COLUMBIA : QUEBEC;
        Move agreement = sign(
                other,
                here.onTable().orElseThrow(),
                new Step.Agree(here.onTable().orElseThrow().hash(), 2));
        assertThat(take(here, agreement).agreed()).containsExactly("CA-BC", "CA-QC");
    }

    @Test
    void an_agreement_does_not_outlive_the_round_in_which_it_was_given() {
        Negotiation talks = take(opened(), sign(BRITISH_COLUMBIA, FIRST, new Step.Agree(FIRST.hash(), 1)));
        assertThat(talks.agreed()).hasSize(2);
        Negotiation countered = take(talks, propose(BRITISH_COLUMBIA, SECOND, 2, FIRST), SECOND);
        assertThat(countered.agreed()).containsExactly("CA-BC");
        Negotiation again = take(countered, propose(QUEBEC, FIRST, 3, SECOND), FIRST);
        assertThat(again.onTable()).contains(FIRST);
        assertThat(again.agreed()).containsExactly("CA-QC");
    }

    @Test
    void any_party_ends_the_talks_until_another_text_is_on_the_table() {
        Negotiation talks = take(opened(), sign(BRITISH_COLUMBIA, FIRST, new Step.Reject(FIRST.hash(), 1)));
        assertThat(talks.isOpenAt(NOW)).isFalse();
        assertThat(talks.rejected()).containsExactly("CA-BC");
        Negotiation again = take(talks, propose(QUEBEC, SECOND, 2, FIRST), SECOND);
        assertThat(again.isOpenAt(NOW)).isTrue();
    }

    @Test
    void talks_end_a_while_after_the_last_text_and_not_before() {
        Negotiation talks = opened();
        assertThat(talks.isOpenAt(talks.expiresAt().minusMillis(1))).isTrue();
        assertThat(talks.isOpenAt(talks.expiresAt())).isFalse();
        Instant late = talks.expiresAt().plusSeconds(1);
        Move move = Move.sign(QUEBEC, SECOND, "CA-QC", late, new Step.Propose(SECOND.hash(), 2, FIRST.hash()));
        assertThat(talks.objection(move, PARTIES, late)).contains(Objection.EXPIRED);
    }

    @Test
    void refuses_what_another_signed_or_a_stranger_says() {
        Step agreement = new Step.Agree(FIRST.hash(), 1);
        assertObjection(Objection.FORGED, Move.sign(QUEBEC, FIRST, "CA-BC", NOW, agreement));
        assertObjection(Objection.NOT_A_PARTY, sign(ONTARIO, FIRST, agreement));
    }

    @Test
    void refuses_what_has_no_place_on_the_table() {
        assertObjection(Objection.TEXT_MISSING, propose(QUEBEC, THIRD, 3, SECOND));
        assertObjection(Objection.TEXT_MISSING, propose(QUEBEC, SECOND, 5, FIRST));
        assertObjection(Objection.TEXT_MISSING, sign(BRITISH_COLUMBIA, SECOND, new Step.Agree(SECOND.hash(), 1)));
        assertObjection(
                Objection.FROM_THE_FUTURE,
                Move.sign(
                        BRITISH_COLUMBIA,
                        FIRST,
                        "CA-BC",
                        NOW.plus(Duration.ofHours(1)),
                        new Step.Agree(FIRST.hash(), 1)));
        Entente next = Entente.parse(FIRST.json().put("version", 2).put("supersedes", FIRST.hash()));
        assertObjection(Objection.OTHER_VERSION, propose(QUEBEC, next, 1, FIRST));
    }

    @Test
    void refuses_a_text_that_is_not_the_one_named_or_is_between_others() {
        Negotiation talks = opened();
        assertThat(talks.objection(THIRD, propose(QUEBEC, SECOND, 2, FIRST), PARTIES))
                .contains(Objection.OTHER_TEXT);
        Entente wider = entente(TestEntentes::withThirdParty);
        assertThat(talks.objection(wider, propose(QUEBEC, wider, 2, FIRST), PARTIES))
                .contains(Objection.OTHER_PARTIES);
        assertThat(NUNAVUT.key()).isIn(Negotiation.byKey(wider.parties()).keySet());
    }

    @Test
    void a_party_puts_no_more_on_the_table_than_it_may() {
        Negotiation talks = opened();
        Entente before = FIRST;
        for (int i = 2; i <= Negotiation.MAX_TEXTS; i++) {
            Entente text = text(100 + i);
            talks = take(talks, propose(QUEBEC, text, i, before), text);
            before = text;
        }
        Move one = propose(QUEBEC, THIRD, Negotiation.MAX_TEXTS + 1, before);
        assertThat(talks.objection(one, PARTIES, NOW)).contains(Objection.TOO_MANY_MOVES);
        Move other = propose(BRITISH_COLUMBIA, THIRD, Negotiation.MAX_TEXTS + 1, before);
        assertThat(talks.objection(other, PARTIES, NOW)).isEmpty();
    }

    @Test
    void knows_a_move_however_often_it_was_signed() {
        Move move = propose(QUEBEC, FIRST, 1, null);
        Move again = propose(QUEBEC, FIRST, 1, null);
        assertThat(again.jws()).isNotEqualTo(move.jws());
        assertThat(Negotiation.none(1, "").with(move, Optional.of(FIRST)).has(again))
                .isTrue();
    }

    @Test
    void malformed_moves_are_refused() {
        Move move = propose(QUEBEC, FIRST, 1, null);
        for (String member : List.of("entente", "version", "party", "at", "move", "document", "round")) {
            var claims = CompactJws.parse(move.jws()).claims();
            claims.remove(member);
            assertThatThrownBy(() -> Move.parse(CompactJws.sign(QUEBEC, Move.TYPE, claims)))
                    .as(member)
                    .isInstanceOf(ProtocolError.class);
        }
        var more = CompactJws.parse(move.jws()).claims().put("why", "because");
        assertThatThrownBy(() -> Move.parse(CompactJws.sign(QUEBEC, Move.TYPE, more)))
                .isInstanceOf(ProtocolError.class);
        var round = CompactJws.parse(move.jws()).claims().put("round", Move.MAX_ROUND + 1);
        assertThatThrownBy(() -> Move.parse(CompactJws.sign(QUEBEC, Move.TYPE, round)))
                .isInstanceOf(ProtocolError.class);
        var claims = CompactJws.parse(move.jws()).claims();
        assertThatThrownBy(() -> Move.parse(CompactJws.sign(QUEBEC, "entente-act+jwt", claims)))
                .isInstanceOf(ProtocolError.class);
    }

    private static void assertObjection(Objection objection, Move move) {
        assertThat(opened().objection(move, PARTIES, NOW)).contains(objection);
    }

    private static Negotiation opened() {
        return take(Negotiation.none(1, ""), propose(QUEBEC, FIRST, 1, null), FIRST);
    }

    private static Negotiation take(Negotiation talks, Move move, Entente text) {
        assertThat(talks.objection(text, move, PARTIES)).isEmpty();
        assertThat(talks.objection(move, PARTIES, NOW)).isEmpty();
        return talks.with(move, Optional.of(text));
    }

    private static Negotiation take(Negotiation talks, Move move) {
        assertThat(talks.objection(move, PARTIES, NOW)).isEmpty();
        return talks.with(move, Optional.empty());
    }

    private static Move propose(
            TestGovernment by, Entente text, int round, @org.jspecify.annotations.Nullable Entente before) {
        return sign(by, text, new Step.Propose(text.hash(), round, before == null ? "" : before.hash()));
    }

    private static Move sign(TestGovernment by, Entente about, Step step) {
        return Move.sign(by, about, by.key(), NOW, step);
    }

    private static Entente text(int number) {
        return entente(
                draft -> draft.putObject("notice").put("fr", "Texte " + number).put("en", "Text " + number));
    }
}
