package org.entente.node.agreements.explain;

import java.util.Locale;
import org.entente.node.agreements.IssuerEvidence.Lack;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;

/** Everything that can be the first thing wrong, each with a sentence about it and one on how to mend it. */
public enum Fault {
    NO_ENTENTE(PathStep.ENTENTE),
    SIGNATURE_MISSING(PathStep.SIGNATURES),
    BEHIND(PathStep.IN_STEP),
    ASTRAY(PathStep.IN_STEP),
    FORKED(PathStep.IN_STEP),
    NOT_ENTERED(PathStep.IN_FORCE),
    NOT_BEGUN(PathStep.IN_FORCE),
    TERM_OVER(PathStep.IN_FORCE),
    FOREIGN_VERIFIER(PathStep.VERIFIER),
    FOREIGN_ISSUER(PathStep.ISSUER_PARTY),
    VERIFIER_UNCONFIRMED(PathStep.CONFIRMED),
    ISSUER_UNCONFIRMED(PathStep.CONFIRMED),
    NOT_YET_JOINED(PathStep.MEMBERSHIP),
    VERIFIER_LEFT(PathStep.MEMBERSHIP),
    ISSUER_LEFT(PathStep.MEMBERSHIP),
    ACCEPTS_NOTHING(PathStep.STANDING),
    TYPE_NOT_ACCEPTED(PathStep.STANDING),
    ISSUER_NOT_ACCEPTED(PathStep.STANDING),
    ISSUES_NOTHING(PathStep.STANDING),
    TYPE_SUSPENDED(PathStep.STANDING),
    ISSUER_SUSPENDED(PathStep.STANDING),
    KEYS_UNKNOWN(PathStep.FEDERATION_KEY),
    KEYS_DIFFER(PathStep.FEDERATION_KEY),
    AUTHORITY_NOT_YET(PathStep.AUTHORITY),
    AUTHORITY_EXPIRED(PathStep.AUTHORITY),
    METADATA_MISSING(PathStep.METADATA),
    METADATA_MALFORMED(PathStep.METADATA),
    TYPE_NOT_OFFERED(PathStep.METADATA),
    CERTIFICATE_FOREIGN(PathStep.CERTIFICATE),
    CERTIFICATE_OTHER_NAME(PathStep.CERTIFICATE),
    CERTIFICATE_EXPIRED(PathStep.CERTIFICATE),
    UNKNOWN_PURPOSE(PathStep.PURPOSE),
    PURPOSE_OF_ANOTHER(PathStep.PURPOSE),
    UNKNOWN_TYPE(PathStep.CREDENTIAL_TYPE),
    TYPE_FOR_ANOTHER_PURPOSE(PathStep.CREDENTIAL_TYPE),
    ISSUER_UNNAMED(PathStep.ISSUER),
    OWN_ISSUER(PathStep.ISSUER),
    ISSUER_OUTSIDE_CLAUSE(PathStep.ISSUER),
    LISTS_UNNAMED(PathStep.STATUS_LIST),
    LIST_MISSING(PathStep.STATUS_LIST),
    LIST_STALE(PathStep.STATUS_LIST),
    LIST_NOT_GENUINE(PathStep.STATUS_LIST),
    OUT_OF_TOUCH(PathStep.FRESHNESS),
    STALE_CLAUSE(PathStep.CLAUSE_TEXT),
    BEYOND_MAXIMUM(PathStep.CLAIMS),
    WHOLE_OF_A_PART(PathStep.CLAIMS),
    OTHER_SECTOR(PathStep.CLAIMS);

    private final PathStep step;

    Fault(PathStep step) {
        this.step = step;
    }

    PathStep step() {
        return step;
    }

    /** The name in catalogues and interfaces. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Fault of(Lack lack) {
        return valueOf(lack.name());
    }

    Text found(Object... arguments) {
        return Messages.ofProgram().text("agreements.fault." + id() + ".found", arguments);
    }

    Text mend() {
        return Messages.ofProgram().text("agreements.fault." + id() + ".mend");
    }
}
