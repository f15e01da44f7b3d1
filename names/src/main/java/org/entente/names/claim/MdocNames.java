package org.entente.names.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NameText;
import org.entente.names.legacy.Channel;
import org.entente.names.legacy.LegacyForm;
import org.entente.names.record.NameEntry;
import org.entente.names.record.NameFile;

/**
 * A person's names as data elements of an ISO/IEC 18013-5 document. The standard's own elements are Latin-1: they carry the
 * name itself where that can write it, and otherwise the form that the person has approved. The name stands beside them, whole,
 * in {@code …_national_character} and in a namespace of its jurisdiction, which wallets and verifiers show first. Where the
 * whole name stands in one element, a form of the whole that was approved for systems in Latin-1, or in ASCII, serves for it as
 * well; for a part only a form of that part does. A person of one name has it as {@code family_name} and has no {@code given_name}: nothing is filled in, and a document type that insists
 * on both does not fit that person.
 */
public sealed interface MdocNames {
    /** The namespace of the standard. */
    String STANDARD = "org.iso.18013.5.1";

    /**
     * Everything is there.
     *
     * @param namespaces for each namespace its elements: texts, bytes, and lists of maps of texts, for CBOR
     */
    record Ready(Map<String, Map<String, Object>> namespaces) implements MdocNames {}

    /** The person has not yet approved a form for these channels. */
    record Awaiting(List<Channel> channels) implements MdocNames {}

    /**
     * The elements for a document.
     *
     * @param jurisdiction as in {@code ca.<jurisdiction>.names.1}, for instance {@code bc}
     */
    static MdocNames of(NameFile file, String jurisdiction) {
        if (!JURISDICTION.matcher(jurisdiction).matches()) {
            throw new IllegalArgumentException("a jurisdiction is a word of small letters");
        }
        NameEntry shown = file.displayed();
        Map<String, Object> standard = new LinkedHashMap<>();
        List<Channel> awaited = new ArrayList<>();
        Name name = shown.name();
        String given = joined(name.parts(NamePart.Role.GIVEN));
        String family = joined(name.parts(NamePart.Role.FAMILY));
        boolean parted = !given.isEmpty() && !family.isEmpty();
        if (parted) {
            put(standard, "family_name", family, shown, List.of(Channel.MDOC_FAMILY_NAME), awaited);
            put(standard, "given_name", given, shown, List.of(Channel.MDOC_GIVEN_NAME), awaited);
        } else {
            put(standard, "family_name", name.full().value(), shown, OF_THE_WHOLE, awaited);
        }
        if (!awaited.isEmpty()) {
            return new Awaiting(List.copyOf(awaited));
        }
        Map<String, Map<String, Object>> namespaces = new LinkedHashMap<>();
        namespaces.put(STANDARD, Collections.unmodifiableMap(standard));
        namespaces.put("ca." + jurisdiction + ".names.1", own(file));
        return new Ready(Collections.unmodifiableMap(namespaces));
    }

    /** The channels whose approved form says the whole name in Latin-1, the closest first. */
    List<Channel> OF_THE_WHOLE = List.of(Channel.MDOC_FAMILY_NAME, Channel.LATIN1, Channel.ASCII);

    /** What a jurisdiction is called in a namespace. */
    Pattern JURISDICTION = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private static void put(
            Map<String, Object> elements,
            String element,
            String text,
            NameEntry entry,
            List<Channel> channels,
            List<Channel> awaited) {
        Channel own = channels.getFirst();
        Optional<String> form = entry.form(own)
                .map(LegacyForm::value)
                .or(() -> Optional.of(text).filter(itself -> isFit(itself, own)))
                .or(() -> channels.stream()
                        .flatMap(channel -> entry.form(channel).stream())
                        .map(LegacyForm::value)
                        .filter(value -> isFit(value, own))
                        .findFirst());
        form.ifPresentOrElse(value -> elements.put(element, value), () -> awaited.add(own));
        elements.put(element + "_national_character", text);
    }

    private static boolean isFit(String value, Channel channel) {
        return channel.repertoire().holds(value) && value.length() <= channel.most();
    }

    private static Map<String, Object> own(NameFile file) {
        NameEntry shown = file.displayed();
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("names", NameElements.names(file));
        own.put("name_full", shown.name().full().value());
        if (shown.hasOrthography()) {
            own.put("orthography", shown.orthography());
        }
        NameElements.putUnlessEmpty(own, "pronunciation_ipa", shown.spoken().ipa());
        if (!shown.spoken().audioDigest().isEmpty()) {
            own.put("name_audio_digest", HexFormat.of().parseHex(shown.spoken().audioDigest()));
        }
        return Collections.unmodifiableMap(own);
    }

    private static String joined(List<NameText> parts) {
        return parts.stream().map(NameText::value).collect(Collectors.joining(" "));
    }
}
