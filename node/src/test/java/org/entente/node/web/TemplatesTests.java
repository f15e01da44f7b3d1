package org.entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTests {
    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Pattern INLINE = Pattern.compile("<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=");
    private static final Pattern ELSEWHERE = Pattern.compile("(src|srcset|data|poster)=\"https?:|<link[^>]*\"https?:");
    private static final Pattern DECLARATION = Pattern.compile("(?m)^@(param|import) .*$");
    private static final Pattern WORDS = Pattern.compile(">\\s*\\p{L}[\\p{L} ’'-]{3,}\\s*<");

    @Test
    void every_template_is_used() throws IOException {
        String house = text("java") + text("jte");
        assertThat(templates().stream()
                        .map(TemplatesTests::name)
                        .filter(name -> !house.contains("\"" + name + "\"")
                                && !house.contains("@template." + name.replace('/', '.') + "(")))
                .isEmpty();
    }

    @Test
    void no_template_has_a_style_or_a_script_in_it() throws IOException {
        assertThat(templates().stream().filter(template -> contains(template, INLINE)))
                .isEmpty();
    }

    @Test
    void no_template_loads_anything_from_elsewhere() throws IOException {
        assertThat(templates().stream().filter(template -> contains(template, ELSEWHERE)))
                .isEmpty();
    }

    /** WCAG 2.2, 2.2.1, 2.2.2 and 3.2.5. */
    @Test
    void no_page_moves_or_reloads_by_itself() throws IOException {
        assertThat(text("java") + text("jte")).doesNotContain("\"Refresh\"").doesNotContain("http-equiv");
    }

    @Test
    void words_stand_in_the_catalogues_and_not_in_the_templates() throws IOException {
        assertThat(templates().stream().filter(template -> contains(template, WORDS)))
                .isEmpty();
    }

    private static boolean contains(Path template, Pattern pattern) {
        try {
            String markup = DECLARATION.matcher(Files.readString(template)).replaceAll("");
            return pattern.matcher(markup).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path template) {
        return TEMPLATES.relativize(template).toString().replace(".jte", "");
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }

    private static String text(String kind) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", kind))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
