package org.entente.node.agreements;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The room's front desk: what the ententes that this node holds say. Every answer is computed from the state as it stands
 * in the database at that moment, so that a suspension holds at once in every process.
 */
public interface Agreements {
    /** Whether a credential may be accepted. */
    Ruling rule(Question question, Instant now);

    /** Whether claims may be asked for, before an issuer is known. */
    Ruling rule(Asking asking, Instant now);

    /**
     * Whose credentials of a type this verifier may accept, for any purpose, under the ententes in force; without the
     * suspended and withdrawn.
     *
     * @param verifier as in {@link Question}
     * @param credentialType the {@code vct} or {@code doctype}
     */
    List<RecognisedIssuers> recognised(URI verifier, String credentialType, Instant now);

    /** Of those, the ones whose credentials serve what is asked. */
    Serving serving(Asking asking, Instant now);

    /** All issuers that parties to the ententes in force name, for any type, the suspended too: whose lists to mirror. */
    Set<URI> issuers(Instant now);

    /** The sectors that ententes in force name: an issuer makes a pseudonym for each. */
    Set<String> sectors(Instant now);

    /**
     * The certificate authorities that ententes in force pin for the party to which an issuer belongs: one, unless two
     * ententes pin different ones.
     */
    List<X509Certificate> authoritiesOf(URI issuer, Instant now);

    /**
     * Whether a credential may be accepted that was signed under an authority: by an entente that pins this one, for no
     * entente lends its permission to a key that another brought.
     */
    Ruling rule(Question question, X509Certificate authority, Instant now);

    /** What is held at this moment, read once: for the several questions of one decision, which then rest on the same. */
    default Agreements reading() {
        return this;
    }
}
