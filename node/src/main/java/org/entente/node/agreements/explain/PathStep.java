package org.entente.node.agreements.explain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.entente.node.agreements.ProofStep;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;

/** What is looked at, in this order. */
enum PathStep {
    /** There is an entente. */
    ENTENTE(Stage.ANCHOR),
    /** Every party signed it with a key that it pins. */
    SIGNATURES(Stage.ANCHOR),
    /** What this node holds is what the depositary ordered. */
    IN_STEP(Stage.ANCHOR),
    /** The day is within its term. */
    IN_FORCE(Stage.ANCHOR),
    /** The service belongs to a party. */
    VERIFIER(Stage.PARTY),
    /** The issuer belongs to a party. */
    ISSUER_PARTY(Stage.PARTY),
    /** Both parties are whom the entente states, as far as this node has compared. */
    CONFIRMED(Stage.PARTY),
    /** Both are bound on the day. */
    MEMBERSHIP(Stage.PARTY),
    /** Nothing that concerns them is suspended. */
    STANDING(Stage.PARTY),
    /** The issuer's party is known here under the federation keys that the entente pins. */
    FEDERATION_KEY(Stage.ISSUER_KEY),
    /** The pinned credential authority is valid on the day. */
    AUTHORITY(Stage.ISSUER_KEY),
    /** The issuer publishes metadata that offer the type. */
    METADATA(Stage.CERTIFICATE),
    /** It signs under the pinned authority, in its own name. */
    CERTIFICATE(Stage.CERTIFICATE),
    /** A clause names the purpose for this service. */
    PURPOSE(Stage.TYPE),
    /** Such a clause recognises the type. */
    CREDENTIAL_TYPE(Stage.TYPE),
    /** Such a clause means the issuer, which its party names for the type. */
    ISSUER(Stage.TYPE),
    /** A status list of the issuer is at hand, genuine and fresh. */
    STATUS_LIST(Stage.STATUS),
    /** This node has heard lately enough that the entente stands as it holds it. */
    FRESHNESS(Stage.STATUS),
    /** The clause is bound to the text that stands in the entente. */
    CLAUSE_TEXT(Stage.CLAUSE),
    /** No claim beyond the clause's maximum. */
    CLAIMS(Stage.CLAIMS);

    private final Stage stage;

    PathStep(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<PathStep> of(String id) {
        return Arrays.stream(values()).filter(step -> step.id().equals(id)).findFirst();
    }

    ProofStep passed() {
        return ProofStep.passed(id(), asked(), Messages.ofProgram().text("agreements.proof." + id() + ".held"));
    }

    ProofStep passed(Text found) {
        return ProofStep.passed(id(), asked(), found);
    }

    ProofStep failed(Text found, Text mend) {
        return ProofStep.failed(id(), asked(), found, mend);
    }

    ProofStep notReached() {
        return ProofStep.notReached(id(), asked());
    }

    private Text asked() {
        return Messages.ofProgram().text("agreements.proof." + id() + ".asked");
    }
}
