package org.entente.protocols.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * No reader is forgotten: a class that says of an input that it is malformed, or has a method that makes something of a
 * text, of bytes, of JSON or of what was read of them, stands in {@code readers.txt} with the parsers under which {@link
 * ParserFuzzTests} tries it, itself or as a part of what they read, or with the reason why it is not tried.
 */
class ReadersTests {
    /** The last three say what of JSON or a form is wanted, under a package's own error. */
    private static final Set<String> INPUTS = Set.of(
            String.class.getName(),
            byte[].class.getName(),
            Map.class.getName(),
            JsonNode.class.getName(),
            ObjectNode.class.getName(),
            CompactJws.class.getName(),
            "org.entente.protocols.jose.Claims",
            "org.entente.protocols.oid4vci.Members",
            "org.entente.protocols.oauth.Form");

    private static final String TRIED = "tried: ";
    private static final Pattern READING =
            Pattern.compile("(parse|read|verify|find|normalise|decode|decrypt)[A-Za-z]*|of|named");

    private final JavaClasses product = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.entente.protocols");

    @Test
    void every_reader_is_tried_or_it_is_said_why_not() {
        Set<String> readers = product.stream()
                .filter(type -> !type.isEquivalentTo(ProtocolError.class))
                .filter(type -> refuses(type) || makesSomethingOfInput(type))
                .map(type -> type.getName().replaceFirst("\\$.*", "").replaceFirst("org\\.entente\\.protocols\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(readers).isEqualTo(listed().keySet());
    }

    @Test
    void every_parser_is_there_and_tries_a_reader() {
        Set<String> named = listed().values().stream()
                .filter(said -> said.startsWith(TRIED))
                .flatMap(said -> Arrays.stream(said.substring(TRIED.length()).split(", ")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named)
                .isEqualTo(new ParserFuzzTests()
                        .parsers().stream().map(Parser::name).collect(Collectors.toCollection(TreeSet::new)));
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
        try (InputStream list = ReadersTests.class.getResourceAsStream("readers.txt")) {
            assertThat(list).isNotNull();
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
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
