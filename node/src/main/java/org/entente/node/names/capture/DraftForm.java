package org.entente.node.names.capture;

import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.BindParam;

/** What a form of a name sends; a field that is missing is empty. */
record DraftForm(
        @BindParam("writing") Optional<String> writing,
        @BindParam("kind") Optional<String> kind,
        @BindParam("full") Optional<String> full,
        @BindParam("given") Optional<String> given,
        @BindParam("family") Optional<String> family,
        @BindParam("mononym") Optional<String> mononym,
        @BindParam("respelling") Optional<String> respelling,
        @BindParam("ipa") Optional<String> ipa) {
    /** The draft that it makes; nothing is taken off what was written, and nothing is composed: what came in is kept for proof. */
    Draft draft(Optional<UUID> corrects) {
        return new Draft(
                text(writing),
                text(kind),
                text(full),
                text(given),
                text(family),
                mononym.isPresent(),
                text(respelling),
                text(ipa),
                corrects);
    }

    private static String text(Optional<String> sent) {
        String text = sent.orElse("").replace("\0", "\u0001");
        int most = Math.min(Draft.MAX_TEXT, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Never what was sent. */
    @Override
    public String toString() {
        return "DraftForm[…]";
    }
}
