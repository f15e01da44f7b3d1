package org.entente.node.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.protocols.ProtocolError;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * No reader is forgotten: a class that says of an input that it is malformed, or has a method that makes something of a
 * text, of bytes or of JSON, stands in {@code readers.txt} with the parsers under which {@link NodeParserFuzzTests} tries
 * it, or with the reason why it is not tried.
 */
class ReadersTests {
    private static final Set<String> INPUTS = Set.of(
            "java.lang.String",
            "[B",
            "java.nio.file.Path",
            "java.io.InputStream",
            "tools.jackson.databind.JsonNode",
            "tools.jackson.databind.node.ObjectNode",
            "org.entente.protocols.jose.CompactJws");
    private static final String TRIED = "tried: ";
    private static final Pattern READING = Pattern.compile("(parse|read)[A-Za-z]*|of");

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.entente.node", "org.entente.audit", "org.entente.command", "org.entente.https");

    @Test
    void every_reader_is_tried_or_it_is_said_why_not() {
        Set<String> readers = product.stream()
                .filter(type -> refuses(type) || makesSomethingOfInput(type))
                .map(type -> type.getName().replaceFirst("\\$.*", "").replaceFirst("org\\.entente\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(readers).isEqualTo(listed().keySet());
    }

    /** The parsers under which readers are tried. */
    static Set<String> namedParsers() {
        return listed().values().stream()
                .filter(said -> said.startsWith(TRIED))
                .flatMap(said -> Set.of(said.substring(TRIED.length()).split(", ")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean refuses(JavaClass type) {
        return type.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ProtocolError.class));
    }

    private static boolean makesSomethingOfInput(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.PRIVATE)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(method -> READING.matcher(method.getName()).matches())
                .anyMatch(ReadersTests::takesInput);
    }

    private static boolean takesInput(JavaMethod method) {
        return method.getRawParameterTypes().stream()
                .findFirst()
                .filter(first -> INPUTS.contains(first.getName()))
                .isPresent();
    }

    /** The lines {@code reader = tried: parser, parser} and {@code reader = not tried: reason}. */
    private static Map<String, String> listed() {
        try {
            return new ClassPathResource("readers.txt", ReadersTests.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(" = ", 2))
                    .collect(Collectors.toMap(
                            parts -> parts[0],
                            parts -> parts[1],
                            (one, other) -> {
                                throw new AssertionError("a reader stands twice in the list");
                            },
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
