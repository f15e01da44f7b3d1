package org.entente.node.agreements.conclude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestParties.NAME;
import static org.entente.node.agreements.TestParties.draft;
import static org.entente.node.agreements.TestParties.government;
import static org.entente.node.agreements.TestParties.introduce;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.entente.node.TestNode;
import org.entente.node.agreements.document.Draft;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.PartyFacts;
import org.entente.node.agreements.held.Ententes;
import org.entente.node.agreements.held.Ledger;
import org.entente.node.agreements.held.Moves;
import org.entente.node.agreements.held.Part;
import org.entente.node.agreements.negotiation.Move;
import org.entente.node.agreements.parties.MeetParties;
import org.entente.node.agreements.parties.MeetParties.Meeting;
import org.entente.node.frontier.ReceiveOutcome.Refused;
import org.entente.node.kernel.Text;
import org.entente.node.keys.Keys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A text whose clauses decide its worked examples otherwise than it says, at a real node. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenCasesAtSigningTests {
    private final TestNode quebec = government("quebec", "CA-QC");
    private final TestNode britishColumbia = government("british-columbia", "CA-BC");

    @BeforeAll
    void introduction() {
        introduce(quebec, britishColumbia);
    }

    @AfterAll
    void close() {
        britishColumbia.close();
        quebec.close();
    }

    @Test
    void is_neither_taken_from_another_party_nor_signed_and_the_example_is_named() {
        Instant now = Instant.now();
        Entente text = broken(now);
        Move move = Move.sign(
                quebec.bean(Keys.class).federation(), text, "CA-QC", now, new Move.Step.Propose(text.hash(), 1, ""));

        assertThat(inTransaction(() -> britishColumbia
                        .bean(TakeMove.class)
                        .take(move, List.of(text), quebec.origin(), now)
                        .orElseThrow()))
                .extracting(Refused::code, Refused::reason)
                .containsExactly("golden_cases", "the clauses do not decide worked example 2 as it says");

        onTheTableAsAnEarlierProgramTookIt(text, move, now);
        assertThat(britishColumbia.bean(SignEntente.class).sign(NAME, text.hash(), "client test", now))
                .isEqualTo(new SignOutcome.GoldenCasesBroken(
                        List.of(new Text("Le nom seul suffit", "The name alone is enough"))));
    }

    private Entente broken(Instant now) {
        ObjectNode draft = draft(quebec, britishColumbia);
        ((ArrayNode) draft.at("/clauses/0/maximum_claims")).remove(0);
        Meeting meeting = quebec.bean(MeetParties.class).meet(List.of(quebec.origin(), britishColumbia.origin()), now);
        if (meeting instanceof Meeting.Met(Map<URI, PartyFacts> facts)) {
            return Draft.complete(draft, quebec.origin(), facts);
        }
        throw new AssertionError(meeting);
    }

    private void onTheTableAsAnEarlierProgramTookIt(Entente text, Move move, Instant now) {
        inTransaction(() -> {
            britishColumbia.bean(Ledger.class).open();
            Ententes ententes = britishColumbia.bean(Ententes.class);
            ententes.add(text, Part.PROPOSED, now);
            ententes.addText(NAME, text);
            britishColumbia.bean(Moves.class).add(NAME, move, now);
            return text;
        });
    }

    private <T> T inTransaction(Supplier<T> work) {
        return britishColumbia.bean(TransactionOperations.class).execute(transaction -> work.get());
    }
}
