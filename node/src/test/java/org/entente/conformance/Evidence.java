package org.entente.conformance;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.entente.node.SourceTree;

/**
 * A test that names a clause.
 *
 * @param clause as the test writes it
 * @param file the test's file, seen from the house
 * @param test the method's (or rule's) name
 */
record Evidence(String clause, String file, String test) {
    /** What makes a method or a field a test. */
    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "Property", "Example", "ArchTest");

    /** Every naming of a clause in the tests of every module, in the order of the files and of their lines. */
    static List<Evidence> readAll() throws IOException {
        List<Path> tests = SourceTree.javaFiles().stream()
                .filter(file -> file.toString().contains("/src/test/"))
                .toList();
        List<Evidence> found = new ArrayList<>();
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(tests));
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(SourceTree.name(Path.of(unit.getSourceFile().toUri())), found).scan(unit, null);
            }
        }
        return found;
    }

    /** Reads one file. */
    private static final class Reader extends TreeScanner<Void, Void> {
        private final String file;
        private final List<Evidence> found;

        Reader(String file, List<Evidence> found) {
            this.file = file;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            require(named(type.getModifiers(), "Requirement").isEmpty(), "a class shows nothing; its tests do");
            return super.visitClass(type, unused);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            add(method.getModifiers(), method.getName().toString());
            return super.visitMethod(method, unused);
        }

        @Override
        public Void visitVariable(VariableTree field, Void unused) {
            add(field.getModifiers(), field.getName().toString());
            return super.visitVariable(field, unused);
        }

        private void add(ModifiersTree modifiers, String name) {
            List<AnnotationTree> clauses = named(modifiers, "Requirement");
            require(
                    clauses.isEmpty()
                            || TESTS.stream()
                                    .anyMatch(test -> !named(modifiers, test).isEmpty()),
                    name + " names a clause and is no test");
            clauses.forEach(clause -> found.add(new Evidence(value(clause), file, name)));
        }

        private String value(AnnotationTree clause) {
            ExpressionTree argument = clause.getArguments().getFirst();
            if (argument instanceof AssignmentTree assignment) {
                argument = assignment.getExpression();
            }
            require(argument instanceof LiteralTree, "a clause is named by a literal, so that a search finds it");
            return Objects.toString(((LiteralTree) argument).getValue());
        }

        private void require(boolean condition, String complaint) {
            if (!condition) {
                throw new IllegalArgumentException(file + ": " + complaint);
            }
        }

        private static List<AnnotationTree> named(ModifiersTree modifiers, String name) {
            return modifiers.getAnnotations().stream()
                    .<AnnotationTree>map(annotation -> annotation)
                    .filter(annotation ->
                            annotation.getAnnotationType().toString().equals(name))
                    .toList();
        }
    }
}
