package org.entente.node.names.capture;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.entente.names.NamePart;
import org.entente.node.kernel.Language;
import org.springframework.web.bind.annotation.BindParam;

/** What a form of a name sends; a field that is missing is empty. */
record DraftForm(
        @BindParam("writing") Optional<String> writing,
        @BindParam("kind") Optional<String> kind,
        @BindParam("full") Optional<String> full,
        @BindParam("given") Optional<String> given,
        @BindParam("family") Optional<String> family,
        @BindParam("clan") Optional<String> clan,
        @BindParam("patronym") Optional<String> patronym,
        @BindParam("other") Optional<String> other,
        @BindParam("mononym") Optional<String> mononym,
        @BindParam("respelling") Optional<String> respelling,
        @BindParam("respelledIn") Optional<String> respelledIn,
        @BindParam("ipa") Optional<String> ipa) {
    /**
     * The draft that it makes; nothing is taken off what was written, and nothing is composed: what came in is kept for proof.
     *
     * @param before what the form was filled with
     * @param page the language of the page that the form stands on
     */
    Draft draft(Draft before, Language page) {
        String respelled = text(respelling);
        return new Draft(
                text(writing),
                text(kind),
                text(full),
                parts(),
                mononym.isPresent(),
                respelled,
                respelledIn(respelled, before, page),
                text(ipa),
                before.corrects());
    }

    /** The draft that begins with what is written here: the empty one where nothing is. */
    Draft begun(Draft empty, Language page) {
        return text(full).isEmpty() ? empty : draft(empty, page);
    }

    /** What the form says if it does; else the language of the page on which the respelling was written. */
    private String respelledIn(String respelled, Draft before, Language page) {
        return respelledIn
                .flatMap(Language::of)
                .map(Language::code)
                .orElse(respelled.equals(before.respelling()) ? before.respelledIn() : page.code());
    }

    private Map<NamePart.Role, String> parts() {
        Map<NamePart.Role, String> parts = new EnumMap<>(NamePart.Role.class);
        parts.put(NamePart.Role.GIVEN, text(given));
        parts.put(NamePart.Role.FAMILY, text(family));
        parts.put(NamePart.Role.CLAN, text(clan));
        parts.put(NamePart.Role.PATRONYM, text(patronym));
        parts.put(NamePart.Role.OTHER, text(other));
        parts.values().removeIf(String::isEmpty);
        return parts;
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
