package org.entente.node.wallet.receiving;

/** Where an offer stands between its first sight and its end. */
enum OfferState {
    /** The holder has it before them. */
    OPEN,
    /** The holder is with the issuer, to allow it there. */
    ASKING,
    /** An exchange with the issuer is under way. */
    RECEIVING,
    /** What was offered is kept. */
    RECEIVED,
    /** The holder said no. */
    REFUSED,
    /** It cannot be taken up any more. */
    FAILED
}
