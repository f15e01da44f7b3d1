package org.entente.node.verification.check;

import java.util.Locale;
import org.entente.node.agreements.ProofStep;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;

/** What is checked of an answer, in this order; the ruling of the entente comes before {@link #STATUS_LIST}. */
public enum CheckStep {
    /** The answer was encrypted to the key made for this request (OID4VP 1.0 §8.3). */
    DECRYPTION,
    /** One presentation came for the one credential asked (OID4VP 1.0 §8.1). */
    ANSWER,
    /** An SD-JWT VC of the type asked (RFC 9901 §7, SD-JWT VC §2.2). */
    FORMAT,
    /** An entente in force pins a credential authority for the issuer's party. */
    AUTHORITY,
    /** The chain leads to that authority and no other (HAIP 1.0 §6.1.1, RFC 5280 §6). */
    CERTIFICATE,
    /** The leaf certificate names the issuer as SAN URI (SD-JWT VC §3.5). */
    ISSUER_BINDING,
    /** The issuer's key signed the credential (RFC 9901 §7.1). */
    SIGNATURE,
    /** The day is within the credential's validity (RFC 7519 §4.1.4 to §4.1.6). */
    VALIDITY,
    /** The credential is bound to a key, and possession is shown (RFC 9901 §4.3). */
    HOLDER_KEY,
    /** The holder's key signed the proof (RFC 9901 §7.3). */
    HOLDER_SIGNATURE,
    /** The proof answers this request (OID4VP 1.0 §14.1.2). */
    NONCE,
    /** The proof is for this verifier (OID4VP 1.0 §14.1.2). */
    AUDIENCE,
    /** The proof covers this credential and these disclosures (RFC 9901 §4.3.1). */
    PRESENTATION_HASH,
    /** The proof was made a short while ago (RFC 9901 §7.3). */
    PRESENTATION_TIME,
    /** What is disclosed is what was asked, and a pseudonym is a text (OID4VP 1.0 §6.4.1). */
    DISCLOSED_CLAIMS,
    /** A status list of the issuer is at hand, as fresh as the clause demands (Token Status List §8.3). */
    STATUS_LIST,
    /** The list says that the credential holds (Token Status List §7.1). */
    STATUS;

    /** The step's name in interfaces, for instance {@code issuer-binding}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ProofStep passed() {
        return ProofStep.passed(id(), checked(), text(".held"));
    }

    ProofStep failed() {
        return ProofStep.failed(id(), checked(), text(".broken"), text(".mend"));
    }

    ProofStep notReached() {
        return ProofStep.notReached(id(), checked());
    }

    private Text checked() {
        return text(".asked");
    }

    private Text text(String part) {
        return Messages.ofProgram().text("verification.check." + id() + part);
    }
}
