package org.entente.node.verification.back;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.entente.node.verification.Verification;
import org.entente.node.verification.presentation.Presentation;
import org.entente.node.verification.presentation.PresentationState;
import org.entente.node.web.Addressed;

/**
 * What the holder sees in a browser that did not start the presentation.
 *
 * @param page of the presentation, without the language
 * @param code in two groups of digits
 * @param outcome {@code accepted}, {@code refused}, {@code declined} or {@code unable}
 * @param proof the page of the proof path, without the language
 */
public record CompareView(String page, String code, String responseCode, String outcome, String proof)
        implements Addressed {
    @Override
    public String query() {
        return "?response_code=" + URLEncoder.encode(responseCode, StandardCharsets.UTF_8);
    }

    static CompareView of(Presentation answered, String responseCode) {
        String code = answered.code();
        return new CompareView(
                Verification.page(answered.id()),
                code.substring(0, 3) + " " + code.substring(3),
                responseCode,
                outcome(answered.state()),
                Verification.proofPage(answered.proof()));
    }

    private static String outcome(PresentationState state) {
        return switch (state) {
            case ACCEPTED, COLLECTED -> "accepted";
            case REFUSED -> "refused";
            case DECLINED -> "declined";
            case UNABLE -> "unable";
            case ASKED -> throw new IllegalStateException("nobody has a response code before the answer");
        };
    }
}
