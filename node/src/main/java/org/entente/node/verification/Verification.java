package org.entente.node.verification;

import java.time.Instant;

/**
 * The room's front desk: ask a wallet, then collect the result once.
 *
 * <pre>{@code
 * switch (verification.start(request, browser, now)) {
 *     case Started started -> // lead the browser to presentationPage(started.id())
 *     case Refused refused -> // say at which step, and how to mend
 * }
 * }</pre>
 */
public interface Verification {
    /** Rules on what is asked; if an entente permits it, makes a request that wallets may fetch until it expires. */
    StartOutcome start(PresentationRequest request, Starter starter, Instant now);

    /**
     * How a presentation that this browser started stands; an accepted result is handed over once, in the caller's
     * transaction, and only after the holder's browser brought the answer back or the holder compared the codes.
     */
    Collected collect(PresentationId id, String browserToken, Instant now);

    /** The page, without the language, on which the holder chooses a wallet. */
    static String page(PresentationId id) {
        return "/presentations/" + id;
    }

    /** The page, without the language, that shows a proof path. */
    static String proofPage(String proof) {
        return "/proofs/" + proof;
    }
}
