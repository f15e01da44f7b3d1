package org.entente.names.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.names.Name;
import org.entente.names.NamePart;
import org.entente.names.NameText;
import org.entente.names.record.Equivalent;
import org.entente.names.record.NameEntry;
import org.entente.names.record.NameFile;
import org.entente.names.record.Validity;

/**
 * A person's names as FHIR R5 {@code HumanName}s, one for each name and script. {@code text} is always there and is the truth;
 * the extension {@code iso21090-EN-representation} says whether it is in an alphabet ({@code ABC}) or in syllabics
 * ({@code SYL}).
 */
public final class FhirNames {
    private static final String REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";
    private static final String LANGUAGE = "http://hl7.org/fhir/StructureDefinition/language";

    private FhirNames() {}

    /** The names that may be shared. */
    public static List<Map<String, Object>> of(NameFile file) {
        return file.shared().stream().flatMap(FhirNames::humanNames).toList();
    }

    /**
     * The same, with former names as {@code old}.
     *
     * @param purpose for what they are needed; not sent, but whoever asks has to have one, and records it
     * @throws IllegalArgumentException when the purpose is empty
     */
    public static List<Map<String, Object>> withFormer(NameFile file, String purpose) {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("former names are given for a purpose only");
        }
        return file.entries().stream()
                .filter(entry -> entry.name().kind() != Name.Kind.CEREMONIAL)
                .flatMap(FhirNames::humanNames)
                .toList();
    }

    private static Stream<Map<String, Object>> humanNames(NameEntry entry) {
        Name name = entry.name();
        Map<String, Object> own = humanName(entry, name.full(), name.language());
        putParts(own, name);
        Stream<Map<String, Object>> others = entry.equivalents().stream()
                .filter(other -> other.relation() != Equivalent.Relation.TRANSLATION)
                .map(other -> humanName(entry, other.full(), other.language()));
        return Stream.concat(Stream.of(own), others).map(Collections::unmodifiableMap);
    }

    private static Map<String, Object> humanName(NameEntry entry, NameText text, String language) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put("extension", extensions(text, language));
        name.put("use", use(entry.name().kind()));
        name.put("text", text.value());
        Validity validity = entry.validity();
        Map<String, Object> period = new LinkedHashMap<>();
        validity.since().ifPresent(since -> period.put("start", since.value()));
        validity.until().ifPresent(until -> period.put("end", until.value()));
        if (!period.isEmpty()) {
            name.put("period", Collections.unmodifiableMap(period));
        }
        return name;
    }

    private static List<Map<String, Object>> extensions(NameText text, String language) {
        Map<String, Object> representation =
                Map.of("url", REPRESENTATION, "valueCode", text.script().equals("Cans") ? "SYL" : "ABC");
        return language.equals(Name.UNDETERMINED)
                ? List.of(representation)
                : List.of(representation, Map.of("url", LANGUAGE, "valueCode", language));
    }

    private static void putParts(Map<String, Object> humanName, Name name) {
        List<NameText> family = name.parts(NamePart.Role.FAMILY);
        if (!family.isEmpty()) {
            humanName.put("family", family.stream().map(NameText::value).collect(Collectors.joining(" ")));
        }
        List<NameText> given = name.parts(NamePart.Role.GIVEN);
        if (!given.isEmpty()) {
            humanName.put("given", given.stream().map(NameText::value).toList());
        }
    }

    private static String use(Name.Kind kind) {
        return switch (kind) {
            case LEGAL, REGISTERED, RECLAIMED -> "official";
            case TRADITIONAL, USED -> "usual";
            case FORMER -> "old";
            case CEREMONIAL -> throw new IllegalArgumentException("a ceremonial name does not leave the record");
        };
    }
}
