package org.entente.node.agreements.course;

import org.entente.node.agreements.life.Rejection;
import org.entente.node.agreements.negotiation.Objection;
import org.entente.node.frontier.ReceiveOutcome.Refused;

/** What other nodes' machines and people read when we do not take their message. */
public final class Refusals {
    public static final Refused UNKNOWN_ENTENTE = new Refused("unknown_entente", "no such entente is held here");
    public static final Refused NOT_A_PARTY = new Refused("not_a_party", "the sender is no party to the entente");

    private Refusals() {}

    /** The refusal of a move. */
    public static Refused because(Objection objection) {
        String text = switch (objection) {
            case NOT_A_PARTY -> "the government that moves is no party to the text";
            case FORGED -> "no key of the government that moves signed it";
            case OTHER_VERSION -> "another version than this one is talked about here";
            case FROM_THE_FUTURE -> "its time is ahead of ours";
            case EXPIRED -> "the talks have ended, since nobody proposed anything for so long";
            case TOO_MANY_MOVES -> "as many moves of that government are on the table as can be";
            case TEXT_MISSING -> "it answers or names a text that is not on the table here";
            case OTHER_TEXT -> "the text is not the one that the move names";
            case OTHER_PARTIES -> "the text is between others than those who talk";
        };
        return new Refused(objection.code(), text);
    }

    /** The refusal of an act or a transition. */
    public static Refused because(Rejection reason) {
        String text = switch (reason) {
            case OTHER_DOCUMENT -> "it is about another document than the one held here";
            case OUT_OF_ORDER -> "a transition before it is missing here";
            case CONTRADICTS_HISTORY -> "another transition of that number was taken here";
            case WRONG_PREDECESSOR -> "it names another predecessor than the last transition here";
            case NOT_BY_DEPOSITARY -> "no pinned key of the depositary signed it";
            case WRONG_TIME -> "its time is ahead of ours or before its predecessor's";
            case WRONG_CONTENT -> "its content has no place at this point";
            case SIGNATURE_MISSING -> "a party's signature is missing or does not verify";
            case DOCUMENT_MISSING -> "the document that it brings into force is not known here";
            case NOT_THE_NEXT_VERSION -> "the document does not follow the one in force between those who stay bound";
            case KEYS_TAKEN -> "another party has one of the keys";
            case NOT_A_PARTY -> "the acting government is not bound by the entente";
            case FORGED -> "no pinned key of the acting government signed it";
            case SPENT -> "the entente has taken an act of that government and id";
            case NOT_ENTITLED -> "the acting government may not do that, or not alone";
            case UNNAMED -> "neither the entente nor a party names that issuer or type of credential";
            case NO_SUCH_SUSPENSION -> "there is no such suspension";
            case NO_SUCH_ACCESSION -> "there is no such accession to approve";
            case NOT_APPROVED -> "approvals are missing";
            case ALREADY_BOUND -> "the newcomer is bound already or shares a key with a party";
            case NOT_OPEN -> "the entente is not open to a government of that kind";
            case FULL -> "the entente has as many parties as it can";
            case LAPSED -> "it was signed too long ago";
            case REPEATED -> "the same act of the same government waits already or has its effect";
            case NOT_ITS_OWN -> "an instrument of accession comes from the newcomer, or with a party's approval";
            case TOO_MANY_ACTS -> "too many acts of that government wait, or were taken within a day";
        };
        return new Refused(reason.code(), text);
    }
}
