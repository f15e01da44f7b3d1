package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keeps the house as {@code STYLE.md} describes it. It serves the reader: where it hurts, change it with a reason. */
class TidyTests {
    private static final int MAX_FILE_LINES = 300;
    private static final int MAX_METHOD_LINES = 40;
    private static final int MAX_ENDPOINT_LINES = 60;
    private static final int MAX_CHARTER_LINES = 6;

    /** Names that say what a thing is made of, not what it is. */
    private static final Pattern EMPTY_NAME =
            Pattern.compile("Abstract.*|Base[A-Z].*|.*(Utils?|Helpers?|Manager|Impl|DTO|Dto|Service)");

    /** Layers and drawers; a room is cut by feature. */
    private static final Pattern LAYER = Pattern.compile(
            "controllers?|services?|repository|repositories|dao|dtos?|models?|entity|entities|utils?|helpers?|impl|"
                    + "internal|common|shared|core|misc|base");

    /** How many parts of a package name lead to a room, whose own name the map of the house gives. */
    private static final int ROOM = 4;

    private static final Pattern LEFT_UNDONE = Pattern.compile("\\b(" + "TODO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
    private static final Pattern SWITCHED_OFF = Pattern.compile("@(Disabled|Ignore)\\b");
    private static final Pattern WAITING = Pattern.compile("Thread\\.sleep|TimeUnit\\.\\w+\\.sleep");
    private static final Pattern CHARTER = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

    private static SourceTree tree;

    @BeforeAll
    static void read() throws IOException {
        tree = SourceTree.read();
    }

    @Test
    void a_file_is_read_in_one_sitting() {
        assertThat(SourceTree.javaFiles().stream()
                        .filter(file -> SourceTree.text(file).lines().count() > MAX_FILE_LINES)
                        .map(SourceTree::name))
                .as("files of more than %d lines", MAX_FILE_LINES)
                .isEmpty();
    }

    @Test
    void a_method_is_seen_at_a_glance() {
        assertThat(tree.methods().stream().filter(method -> method.lines() > MAX_METHOD_LINES))
                .as("methods of more than %d lines", MAX_METHOD_LINES)
                .isEmpty();
    }

    @Test
    void an_endpoint_parses_decides_renders_and_does_no_more() {
        assertThat(tree.types().stream()
                        .filter(type -> type.name().endsWith("Endpoint") && type.lines() > MAX_ENDPOINT_LINES))
                .as("endpoints of more than %d lines", MAX_ENDPOINT_LINES)
                .isEmpty();
    }

    @Test
    void a_type_has_a_name_of_the_field() {
        assertThat(tree.types().stream()
                        .filter(type -> EMPTY_NAME.matcher(type.name()).matches()))
                .isEmpty();
    }

    @Test
    void a_room_is_cut_by_feature_never_by_layer() {
        assertThat(SourceTree.javaFiles().stream()
                        .filter(file -> packageOf(file).stream()
                                .skip(ROOM)
                                .anyMatch(part -> LAYER.matcher(part).matches()))
                        .map(SourceTree::name))
                .isEmpty();
    }

    @Test
    void nothing_is_left_for_later_in_the_code() {
        assertThat(filesWith(LEFT_UNDONE, file -> true)).isEmpty();
    }

    @Test
    void no_test_is_switched_off() {
        assertThat(filesWith(SWITCHED_OFF, TidyTests::isTest)).isEmpty();
    }

    @Test
    void no_test_waits_by_sleeping() {
        assertThat(filesWith(WAITING, TidyTests::isTest)).isEmpty();
    }

    @Test
    void test_classes_are_found_by_their_name() {
        assertThat(SourceTree.javaFiles().stream()
                        .filter(TidyTests::isTest)
                        .filter(file -> SourceTree.text(file)
                                .matches("(?s).*\\n\\s*@(Test|TestFactory|Property|ArchTest|ParameterizedTest)\\b.*"))
                        .map(SourceTree::name)
                        .filter(name -> !name.endsWith("Tests.java")))
                .isEmpty();
    }

    @Test
    void no_two_migrations_of_a_room_have_the_same_number() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            var byNumber = files.filter(Files::isRegularFile)
                    .collect(Collectors.groupingBy(file -> file.toString().replaceFirst("__.*", "")));

            assertThat(byNumber.values()).isNotEmpty().allMatch(migrations -> migrations.size() == 1);
        }
    }

    @Test
    void every_package_has_a_charter() {
        assertThat(SourceTree.javaFiles().stream()
                        .filter(file -> !isTest(file))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !hasCharter(folder.resolve("package-info.java")))
                        .map(SourceTree::name))
                .isEmpty();
    }

    @Test
    void every_room_says_what_it_may_use() {
        Path rooms = Path.of("src/main/java/org/entente/node");
        assertThat(SourceTree.javaFiles().stream()
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> folder.endsWith(rooms.resolve(folder.getFileName())))
                        .map(folder -> folder.resolve("package-info.java"))
                        .filter(info -> !SourceTree.text(info).contains("allowedDependencies"))
                        .map(SourceTree::name))
                .isEmpty();
    }

    private static List<String> filesWith(Pattern pattern, Predicate<Path> which) {
        return SourceTree.javaFiles().stream()
                .filter(which)
                .filter(file -> !file.endsWith("TidyTests.java"))
                .filter(file -> pattern.matcher(SourceTree.text(file)).find())
                .map(SourceTree::name)
                .toList();
    }

    private static boolean hasCharter(Path info) {
        if (!Files.exists(info)) {
            return false;
        }
        var charter = CHARTER.matcher(SourceTree.text(info));
        return charter.find()
                && charter.group(1).strip().lines().count() <= MAX_CHARTER_LINES
                && charter.group(1).strip().length() > 20;
    }

    private static boolean isTest(Path file) {
        return file.toString().contains("/src/test/");
    }

    private static List<String> packageOf(Path file) {
        List<String> parts = List.of(file.toString().split("/"));
        return parts.subList(parts.lastIndexOf("java") + 1, parts.size() - 1);
    }
}
