package org.entente.node.agreements;

import java.util.Locale;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;

/** What a ruling checks, in this order. */
public enum RulingStep {
    /** This node holds an entente at all. */
    ENTENTE,
    /** The entente's transitions here are those that the depositary ordered. */
    IN_STEP,
    /** All parties signed, and the day is within its term. */
    IN_FORCE,
    /** Neither the verifier's party nor the issuer, its party or the credential type is suspended or withdrawn. */
    STANDING,
    /** The verifier is a party or an organisation of one. */
    VERIFIER,
    /** A clause names the purpose, for this verifier. */
    PURPOSE,
    /** Such a clause recognises the credential type. */
    CREDENTIAL_TYPE,
    /** The issuer is an organisation of a party, named for the type. */
    ISSUER,
    /** The node has heard lately enough, as the clause sets it, that the entente stands as it holds it. */
    FRESHNESS,
    /** The clause is bound to the text that stands in the entente. */
    CLAUSE_TEXT,
    /** No claim beyond the clause's maximum. */
    CLAIMS;

    /** The step's name in interfaces, for instance {@code credential-type}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The question that the step answers. */
    public Text checked() {
        return Messages.ofProgram().text("agreements.ruling." + id());
    }
}
