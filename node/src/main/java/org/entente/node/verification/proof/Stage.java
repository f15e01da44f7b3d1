package org.entente.node.verification.proof;

import java.util.Arrays;
import org.entente.node.agreements.RulingStep;
import org.entente.node.kernel.Text;
import org.entente.node.verification.check.CheckStep;

/** The parts of a proof, as people think of them. */
public enum Stage {
    ANSWER("La réponse", "The answer"),
    ISSUER("L’émetteur", "The issuer"),
    HOLDER("Le titulaire", "The holder"),
    ENTENTE("L’entente", "The entente"),
    STATUS("L’état de l’attestation", "The credential’s status");

    private final Text title;

    Stage(String fr, String en) {
        this.title = new Text(fr, en);
    }

    public Text title() {
        return title;
    }

    /** The part to which a step belongs. */
    static Stage of(String step) {
        if (Arrays.stream(RulingStep.values()).anyMatch(ruling -> ruling.id().equals(step))) {
            return ENTENTE;
        }
        return Arrays.stream(CheckStep.values())
                .filter(check -> check.id().equals(step))
                .map(Stage::of)
                .findFirst()
                .orElse(ENTENTE);
    }

    private static Stage of(CheckStep step) {
        return switch (step) {
            case DECRYPTION, ANSWER, FORMAT -> ANSWER;
            case AUTHORITY, CERTIFICATE, ISSUER_BINDING, SIGNATURE, VALIDITY -> ISSUER;
            case HOLDER_KEY,
                    HOLDER_SIGNATURE,
                    NONCE,
                    AUDIENCE,
                    PRESENTATION_HASH,
                    PRESENTATION_TIME,
                    DISCLOSED_CLAIMS -> HOLDER;
            case STATUS_LIST, STATUS -> STATUS;
        };
    }
}
