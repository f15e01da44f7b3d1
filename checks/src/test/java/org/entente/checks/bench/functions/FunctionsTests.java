package org.entente.checks.bench.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.entente.checks.Lane;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** Each function that is measured is called once, as JMH calls it: what has changed beneath it is seen here first. */
@ResourceLock(Lane.NODES)
class FunctionsTests {
    private static final List<Class<?>> MEASURED = List.of(
            CredentialFunctions.class,
            NameFunctions.class,
            ProofFunctions.class,
            StatusFunctions.class,
            TrustFunctions.class);

    @TestFactory
    Stream<DynamicTest> each_function_answers_after_its_preparation() {
        return MEASURED.stream()
                .map(type -> dynamicTest(type.getSimpleName(), () -> {
                    Object state = type.getConstructor().newInstance();
                    assertThat(annotated(type, Benchmark.class)).isNotEmpty();
                    for (Method prepared : annotated(type, Setup.class)) {
                        call(prepared, state);
                    }
                    for (Method measured : annotated(type, Benchmark.class)) {
                        call(measured, state);
                    }
                }));
    }

    @Test
    void no_class_of_functions_is_forgotten() throws IOException, URISyntaxException {
        Path folder = Path.of(
                        ProofFunctions.class.getResource("ProofFunctions.class").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("[A-Za-z]+\\.class") && !name.equals("package-info.class")))
                    .containsExactlyInAnyOrderElementsOf(MEASURED.stream()
                            .map(type -> type.getSimpleName() + ".class")
                            .toList());
        }
    }

    /** One that answers answers something. */
    private static void call(Method method, Object state) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(FunctionsTests::sink)
                .toArray();
        assertThatCode(() -> {
                    Object answer = method.invoke(state, arguments);
                    assertThat(answer == null).isEqualTo(method.getReturnType() == void.class);
                })
                .as(method.getName())
                .doesNotThrowAnyException();
    }

    private static Blackhole sink(Class<?> wanted) {
        assertThat(wanted).isEqualTo(Blackhole.class);
        return new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
    }

    private static List<Method> annotated(Class<?> type, Class<? extends Annotation> by) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(by))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }
}
