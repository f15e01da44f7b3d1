package org.entente.node.signin.client;

/** Whether a wallet may be answered at an address. */
public sealed interface WalletOutcome {
    /** It may. */
    record Admitted() implements WalletOutcome {}

    /** The wallet is known here at other addresses. */
    record OtherAddress() implements WalletOutcome {}

    /** Nobody here knows the wallet, and unknown ones are not taken. */
    record Unknown() implements WalletOutcome {}
}
