package org.entente.node.issuance.offer;

/** What became of an attempt to redeem an offer. */
sealed interface RedeemOutcome {
    /** The code is consumed. */
    record Redeemed(Offer offer) implements RedeemOutcome {}

    /** The transaction code was wrong; the try is counted. */
    record WrongTransactionCode() implements RedeemOutcome {}

    /** There is no such offer, or it was redeemed, has expired or was tried too often. */
    record NotRedeemable() implements RedeemOutcome {}
}
