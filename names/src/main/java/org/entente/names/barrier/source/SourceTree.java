package org.entente.names.barrier.source;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;

/**
 * A tree of source files. A line that looks like a barrier and is none is named in a list that the operator gives, with the
 * reason; the list is theirs to answer for.
 *
 * @param accepted by {@code path barrier}, why the line stands
 */
public record SourceTree(Path root, Map<String, String> accepted) {
    private static final int MOST_FILES = 100_000;
    private static final long LONGEST_FILE = 1_000_000;
    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_EVIDENCE = 50;
    private static final Set<String> LEFT_OUT =
            Set.of(".git", ".hg", ".svn", "target", "build", "dist", "out", "node_modules", "vendor", ".venv");
    private static final Set<String> SOURCES = Set.of(
            "java",
            "kt",
            "scala",
            "groovy",
            "cs",
            "vb",
            "js",
            "mjs",
            "ts",
            "tsx",
            "jsx",
            "vue",
            "py",
            "rb",
            "php",
            "pl",
            "go",
            "rs",
            "c",
            "h",
            "cpp",
            "sql",
            "ddl",
            "pls",
            "pkb",
            "html",
            "htm",
            "jsp",
            "jspx",
            "jte",
            "ftl",
            "erb",
            "cshtml",
            "xhtml",
            "css",
            "scss",
            "less",
            "xml",
            "xsd",
            "xsl",
            "xslt",
            "yaml",
            "yml",
            "json",
            "properties",
            "cbl",
            "cob",
            "cpy",
            "abap",
            "sh",
            "conf",
            "cnf",
            "ini",
            "txt");

    public SourceTree {
        accepted = Map.copyOf(accepted);
    }

    /**
     * Reads a list of accepted lines: {@code path TAB barrier TAB reason} on each.
     *
     * @throws IllegalArgumentException when a line has no reason
     */
    public static Map<String, String> accepted(List<String> lines) {
        Map<String, String> accepted = new TreeMap<>();
        for (String line : lines) {
            String[] parts = line.split("\t", 3);
            if (!line.isBlank() && !line.startsWith("#")) {
                if (parts.length < 3 || parts[2].isBlank()) {
                    throw new IllegalArgumentException("a path, a barrier and a reason, with tabs between: " + line);
                }
                accepted.put(parts[0] + " " + parts[1], parts[2]);
            }
        }
        return accepted;
    }

    /**
     * Looks through it.
     *
     * @throws IOException when a folder or file cannot be read
     */
    public Map<String, Finding> look() throws IOException {
        Map<String, List<Evidence>> found = new LinkedHashMap<>();
        List<Path> files = files();
        for (Path file : files) {
            look(file, found);
        }
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (SourceRules.Rule rule : SourceRules.ALL) {
            List<Evidence> evidence = found.getOrDefault(rule.barrier(), List.of());
            findings.put(
                    rule.barrier(),
                    evidence.isEmpty()
                            ? new Finding.NotFound(tested(files.size(), rule.barrier()))
                            : new Finding.Found(evidence));
        }
        return findings;
    }

    private Wording tested(int files, String barrier) {
        long excused = accepted.keySet().stream()
                .filter(key -> key.endsWith(" " + barrier))
                .count();
        return excused == 0 ? Wording.of("tested.source", files) : Wording.of("tested.source-excused", files, excused);
    }

    private void look(Path file, Map<String, List<Evidence>> found) throws IOException {
        String path = root.relativize(file).toString().replace('\\', '/');
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.length() > LONGEST_LINE) {
                continue;
            }
            boolean aboutNames = SourceRules.isAboutNames(line);
            for (SourceRules.Rule rule : SourceRules.ALL) {
                Matcher match = rule.pattern().matcher(line);
                if ((aboutNames || !rule.near())
                        && match.find()
                        && !accepted.containsKey(path + " " + rule.barrier())) {
                    List<Evidence> evidence = found.computeIfAbsent(rule.barrier(), barrier -> new ArrayList<>());
                    if (evidence.size() < MOST_EVIDENCE) {
                        evidence.add(new Evidence(path + ":" + number, "", match.group(), Wording.of("source-line")));
                    }
                }
            }
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (MalformedInputException e) {
            return Files.readAllLines(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(root) && LEFT_OUT.contains(name(folder));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = name(file);
                String extension = name.substring(name.lastIndexOf('.') + 1);
                if (attributes.isRegularFile() && attributes.size() <= LONGEST_FILE && SOURCES.contains(extension)) {
                    files.add(file);
                }
                return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }
        });
        files.sort(null);
        return files;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
