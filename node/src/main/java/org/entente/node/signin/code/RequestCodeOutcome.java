package org.entente.node.signin.code;

/** What asking for a code comes to; the same whether the address has an account or not. */
sealed interface RequestCodeOutcome {
    /** The mail server took the mail. */
    record Sent() implements RequestCodeOutcome {}

    /** Too many codes were asked for. */
    record TooMany() implements RequestCodeOutcome {}

    /** The mail server did not take the mail. */
    record NotSent() implements RequestCodeOutcome {}
}
