package org.entente.node.agreements.conclude;

import java.net.URI;
import java.util.List;
import org.entente.node.agreements.document.Entente;
import org.entente.node.kernel.Text;

/** What became of a proposal of ours. */
public sealed interface ProposeOutcome {
    /** It is on its way to the other parties. */
    record Proposed(Entente entente) implements ProposeOutcome {}

    /** An entente of that name is held here. */
    record NameTaken() implements ProposeOutcome {}

    /** This node is not among its parties. */
    record NotAParty() implements ProposeOutcome {}

    /** A party's node could not be introduced. */
    record PartyAbsent(URI entity) implements ProposeOutcome {}

    /** The clauses do not decide these worked examples as it says. */
    record GoldenCasesBroken(List<Text> titles) implements ProposeOutcome {}

    /** The node holds as many as it can. */
    record Full() implements ProposeOutcome {}
}
