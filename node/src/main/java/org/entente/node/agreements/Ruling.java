package org.entente.node.agreements;

import java.net.URI;
import org.entente.node.kernel.Text;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The answer to a {@link Question} or {@link Asking}, the same on every node that holds the same documents. */
public sealed interface Ruling {
    /** Every step, in order. */
    ProofPath path();

    /** The answer in one sentence. */
    Text reason();

    /**
     * Permitted.
     *
     * @param entente the entente's address
     * @param title the entente's title
     * @param documentHash which text of it: SHA-256 of the canonical document, base64url
     * @param clause the number of the clause that permits
     */
    record Permitted(
            URI entente,
            Text title,
            String documentHash,
            String clause,
            Text reason,
            Obligations obligations,
            ProofPath path)
            implements Ruling {}

    /**
     * Refused.
     *
     * @param step the first that failed
     * @param mend what somebody can do about it
     */
    record Refused(RulingStep step, Text reason, Text mend, ProofPath path) implements Ruling {}

    /**
     * The JSON form: {@code permitted}, then who permits and what a verifier owes, or the first failing step and how to mend
     * it; {@code reason} and {@code path} in both.
     */
    default ObjectNode toJson() {
        ObjectNode json = Json.newObject();
        switch (this) {
            case Permitted permitted -> {
                json.put("permitted", true).put("entente", permitted.entente().toString());
                json.set("title", ProofPath.write(permitted.title()));
                json.put("document", permitted.documentHash()).put("clause", permitted.clause());
                json.set("reason", ProofPath.write(permitted.reason()));
                json.putObject("obligations")
                        .put(
                                "retention_days",
                                permitted.obligations().retention().toDays())
                        .put(
                                "status_freshness_seconds",
                                permitted.obligations().statusFreshness().toSeconds());
            }
            case Refused refused -> {
                json.put("permitted", false).put("step", refused.step().id());
                json.set("reason", ProofPath.write(refused.reason()));
                json.set("mend", ProofPath.write(refused.mend()));
            }
        }
        json.set("path", path().toJson());
        return json;
    }
}
