package org.entente.node;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Java sources of all modules, as the compiler reads them. */
public final class SourceTree {
    private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> MODULES = List.of("protocols", "names", "node", "checks");

    /** A method or a type: where it stands, its name, and over how many lines it goes. */
    record Part(String file, String name, long lines) {
        @Override
        public String toString() {
            return file + ": " + name + " (" + lines + " lines)";
        }
    }

    private final List<Part> types = new ArrayList<>();
    private final List<Part> methods = new ArrayList<>();

    private SourceTree() {}

    /** Reads the sources of every module, tests too. */
    static SourceTree read() throws IOException {
        SourceTree tree = new SourceTree();
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> sources = files.getJavaFileObjectsFromPaths(javaFiles());
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, sources);
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                tree.add(unit, positions);
            }
        }
        return tree;
    }

    List<Part> types() {
        return types;
    }

    List<Part> methods() {
        return methods;
    }

    /** Every Java file of the house. */
    public static List<Path> javaFiles() {
        return files(".java");
    }

    /** Every file below the modules' {@code src} with this ending. */
    static List<Path> files(String ending) {
        return MODULES.stream()
                .map(module -> HOUSE.resolve(module).resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(SourceTree::below)
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    /** The file's path as seen from the house. */
    public static String name(Path file) {
        return HOUSE.relativize(file.toAbsolutePath().normalize()).toString();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(CompilationUnitTree unit, SourcePositions positions) {
        String file = name(Path.of(unit.getSourceFile().toUri()));
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void unused) {
                types.add(new Part(file, type.getSimpleName().toString(), lines(type)));
                return super.visitClass(type, unused);
            }

            @Override
            public Void visitMethod(MethodTree method, Void unused) {
                Tree measured = method.getBody() == null ? method : method.getBody();
                methods.add(new Part(file, method.getName().toString(), lines(measured)));
                return super.visitMethod(method, unused);
            }

            private long lines(Tree part) {
                var map = unit.getLineMap();
                long first = map.getLineNumber(positions.getStartPosition(unit, part));
                long last = map.getLineNumber(positions.getEndPosition(unit, part));
                return last - first + 1;
            }
        }.scan(unit, null);
    }
}
