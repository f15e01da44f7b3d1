package org.entente.node.wallet.showing;

/** Where a request stands between its first sight and its end. */
enum RequestState {
    /** The holder has it before them. */
    OPEN,
    /** An answer is on its way. */
    ANSWERING,
    /** The verifier took the answer. */
    ANSWERED,
    /** The holder said no. */
    DECLINED,
    /** An answer left, and whether the verifier took it is not known. */
    UNCERTAIN,
    /** It cannot be answered any more. */
    FAILED,
    /** It cannot be answered at all, and the holder may let its verifier know. */
    FAULTY,
    /** The verifier is being told. */
    TELLING,
    /** The verifier was told. */
    TOLD
}
