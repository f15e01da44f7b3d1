package org.entente.node.verification.proof;

import java.util.Arrays;
import java.util.Locale;
import org.entente.node.agreements.RulingStep;
import org.entente.node.kernel.Text;
import org.entente.node.verification.check.CheckStep;
import org.entente.node.web.Messages;

/** The parts of a proof, as people think of them. */
public enum Stage {
    ANSWER,
    ISSUER,
    HOLDER,
    ENTENTE,
    STATUS;

    public Text title() {
        return Messages.ofProgram().text("verification.stage." + name().toLowerCase(Locale.ROOT));
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
