package org.entente.protocols.sdjwt;

/** The answer to a credential: genuine and presented by its holder, or the first step that failed. */
public sealed interface SdJwtVerdict {
    /** Every step held. */
    record Valid(SdJwt credential) implements SdJwtVerdict {}

    /**
     * A step failed, and those after it were not tried.
     *
     * @param step the first that failed
     * @param reason for officials and logs; contains no claim
     */
    record Refused(Step step, String reason) implements SdJwtVerdict {}

    /** The steps in the order in which they are taken (RFC 9901 §7, SD-JWT VC §2.4). */
    enum Step {
        /** It reads as an SD-JWT whose disclosures fit. */
        FORM,
        /** It says that it is a {@code dc+sd-jwt} and of what type. */
        TYPE,
        /** The issuer's key signed it. */
        ISSUER_SIGNATURE,
        /** It is valid at this time. */
        VALIDITY,
        /** It is bound to a holder's key, and the holder proves possession. */
        HOLDER_KEY,
        /** The holder's key signed the key binding, which is of its type. */
        KEY_BINDING_SIGNATURE,
        /** The key binding is for this nonce. */
        NONCE,
        /** The key binding is for this verifier. */
        AUDIENCE,
        /** The key binding covers this credential and these disclosures. */
        PRESENTATION_HASH,
        /** The key binding was made a short while ago. */
        KEY_BINDING_AGE
    }
}
