package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The descriptions under {@code openapi/} and the routes of the running application are the same. */
class OpenApiTests {
    private static final Path DESCRIPTIONS = Path.of("..", "openapi");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** The registry protocol has its own paths. */
    private static final Set<String> TRQP = Set.of("/authorization", "/recognition");

    @Test
    void each_route_of_the_api_is_described_and_each_described_route_exists() {
        assertThat(routesOfAllRoles()).isEqualTo(describedRoutes());
    }

    @Test
    void each_operation_says_what_it_does_who_may_and_what_it_answers() {
        for (Map<String, Object> description : descriptions()) {
            operations(description).forEach((route, operation) -> {
                assertThat(operation).as(route).containsKeys("operationId", "summary", "responses");
                assertThat(operation.containsKey("security") || description.containsKey("security"))
                        .as(route + " says who may call it")
                        .isTrue();
            });
        }
    }

    @Test
    void no_two_operations_have_the_same_name() {
        List<Object> names = descriptions().stream()
                .flatMap(description -> operations(description).values().stream())
                .map(operation -> operation.get("operationId"))
                .toList();
        assertThat(names).doesNotHaveDuplicates();
    }

    private static Set<String> routesOfAllRoles() {
        try (TestNode government = TestNode.government("quebec");
                TestNode directory = TestNode.directory(Map.of());
                TestNode wallet = TestNode.wallet(Map.of())) {
            return Stream.of(government, directory, wallet)
                    .flatMap(node -> routes(node).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> routes(TestNode node) {
        RequestMappingHandlerMapping mapping =
                node.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        return mapping.getHandlerMethods().keySet().stream()
                .flatMap(OpenApiTests::routes)
                .collect(Collectors.toSet());
    }

    /** A handler that takes every method has no description that could match. */
    private static Stream<String> routes(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("ANY")
                : methods.stream().map(Enum::name).toList();
        return info.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/") || path.startsWith("/oauth/") || TRQP.contains(path))
                .flatMap(path -> names.stream().map(method -> method + " " + path));
    }

    private static Set<String> describedRoutes() {
        return descriptions().stream()
                .flatMap(description -> operations(description).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The operations of a description, each under its method and path. */
    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> operations(Map<String, Object> description) {
        var paths = (Map<String, Map<String, Map<String, Object>>>) Objects.requireNonNull(description.get("paths"));
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().entrySet().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> Map.entry(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Collection<Map<String, Object>> descriptions() {
        try (Stream<Path> files = Files.list(DESCRIPTIONS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .map(OpenApiTests::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(Path file) {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
