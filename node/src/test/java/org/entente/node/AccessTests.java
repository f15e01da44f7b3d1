package org.entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Secrets;
import org.entente.node.signin.AccessToken;
import org.entente.node.signin.SignedIn;
import org.entente.node.signin.TestOAuthClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** {@code docs/access.md} names every route of every role, and each route lets in whom the table says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTests {
    private static final String TOKEN = "token: ";
    private static final List<String> WORDS = List.of(
            "everyone", "signed in", "officer", "secret", "browser", "client", "government", "holder", "nobody");

    /** What nobody can read, with the media type under which it is sent. */
    private static final Map<String, String> JUNK = Map.of(
            "{\"a\":", MediaType.APPLICATION_JSON_VALUE,
            "{\"name\":1,\"name\":2}", MediaType.APPLICATION_JSON_VALUE,
            "code=1&code=2&email=nobody&step=x", MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            "a.b.c", "application/entente-message+jwt");

    /** Who may, does it: nothing that is sent along could be wrong. */
    private static final String TAKES_NOTHING = " /api/key/roll-over";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<TestNode> nodes = List.of(
            TestNode.government("quebec", TestOAuthClient.settings("nothing")),
            TestNode.directory(TestOAuthClient.settings("nothing")),
            TestNode.wallet(Map.of()));
    private final Map<String, Route> routes = new TreeMap<>();
    private final Map<String, String> table = AccessTable.read();

    /** A route and the first node that has it. */
    private record Route(TestNode node, RequestMappingInfo info, HandlerMethod handler) {
        boolean takes(Class<?> type) {
            return Arrays.stream(handler.getMethod().getParameterTypes()).anyMatch(type::isAssignableFrom);
        }
    }

    AccessTests() {
        for (TestNode node : nodes) {
            RequestMappingHandlerMapping mapping =
                    node.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (handler.getBeanType().getName().startsWith("org.entente.")) {
                    names(info).forEach(name -> routes.putIfAbsent(name, new Route(node, info, handler)));
                }
            });
        }
    }

    @AfterAll
    void close() {
        nodes.forEach(TestNode::close);
    }

    @Test
    void every_route_says_who_may_call_it() {
        assertThat(table.keySet()).isEqualTo(routes.keySet());
    }

    @Test
    void what_the_table_says_is_what_the_handler_asks_for() {
        routes.forEach((name, route) -> {
            String need = need(name);
            assertThat(need.startsWith(TOKEN) || WORDS.contains(need)).as(name).isTrue();
            assertThat(route.takes(AccessToken.class))
                    .as("%s takes a token", name)
                    .isEqualTo(need.startsWith(TOKEN) || need.equals("holder"));
            assertThat(!route.takes(SignedIn.class) || need.equals("signed in"))
                    .as("%s takes a sign-in", name)
                    .isTrue();
            assertThat(route.takes(Actor.Officer.class))
                    .as("%s is for officers alone", name)
                    .isEqualTo(need.equals("officer"));
            assertThat(!need.equals("signed in") || route.takes(SignedIn.class) || route.takes(Actor.class))
                    .as("%s asks who it is", name)
                    .isTrue();
        });
    }

    @Test
    void nobody_reaches_what_needs_a_sign_in_without_one() {
        Stream.of("signed in", "officer")
                .forEach(need -> having(need, name -> {
                    HttpResponse<String> answer = call(name, "");
                    boolean ledToSignIn = answer.statusCode() == 303
                            && answer.headers()
                                    .firstValue("Location")
                                    .orElse("")
                                    .contains("/en/sign-in");
                    assertThat(ledToSignIn || answer.statusCode() == 401)
                            .as("%s answers %d", name, answer.statusCode())
                            .isTrue();
                }));
    }

    @Test
    void nobody_reaches_what_needs_a_token_without_one_or_with_one_that_lacks_the_scope() {
        having(
                "holder",
                name -> assertThat(call(name, "").statusCode()).as(name).isEqualTo(401));
        table.forEach((name, need) -> {
            if (need.startsWith(TOKEN)) {
                assertThat(call(name, "").statusCode()).as(name).isEqualTo(401);
                String token = new TestOAuthClient(route(name).node()).bearerToken();
                HttpResponse<String> answer = call(name, token);
                assertThat(answer.statusCode()).as(name).isEqualTo(403);
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                        .as(name)
                        .contains("scope=\"" + need.substring(TOKEN.length()) + "\"");
            }
        });
    }

    @Test
    void who_has_not_what_the_table_asks_for_gets_nothing() {
        having(
                "secret",
                name -> assertThat(call(name, "").statusCode()).as(name).isIn(400, 404));
        having(
                "client",
                name -> assertThat(call(name, "").statusCode()).as(name).isIn(400, 401));
        having(
                "government",
                name -> assertThat(call(name, "").statusCode()).as(name).isEqualTo(400));
    }

    /** What one browser began, another that has not its cookie does not go on with: it is led to the beginning, or away. */
    @Test
    void nobody_goes_on_with_what_another_browser_began() {
        having("browser", name -> {
            HttpResponse<String> answer = call(name, "");
            boolean beginsAnew = answer.statusCode() == 200
                    && answer.headers().firstValue("Set-Cookie").isPresent();
            assertThat(beginsAnew || List.of(303, 400, 403, 404, 422).contains(answer.statusCode()))
                    .as("%s answers %d", name, answer.statusCode())
                    .isTrue();
        });
    }

    /** Who lacks what the table asks for, and who sends what nobody can read, with or without it. */
    @Test
    void who_is_refused_changes_nothing() {
        Map<TestNode, List<String>> tokens = new IdentityHashMap<>();
        nodes.subList(0, 2)
                .forEach(node ->
                        tokens.put(node, List.of("", new TestOAuthClient(node).bearerToken(), almightyToken(node))));
        List<Map<String, String>> before = nodes.stream().map(TableDigests::of).toList();

        table.keySet().stream().filter(name -> !name.startsWith("GET ")).forEach(name -> {
            boolean takesToken = route(name).takes(AccessToken.class) && !name.contains(TAKES_NOTHING);
            for (String token : takesToken ? tokens.getOrDefault(route(name).node(), List.of("")) : List.of("")) {
                call(name, token);
                JUNK.forEach((body, type) -> send(name, token, "same-origin", type, body));
            }
        });

        assertThat(nodes.stream().map(TableDigests::of).toList()).isEqualTo(before);
    }

    /** One of every scope in the table. */
    private String almightyToken(TestNode node) {
        String token = new TestOAuthClient(node).bearerToken();
        String scopes = table.values().stream()
                .filter(need -> need.startsWith(TOKEN))
                .map(need -> need.substring(TOKEN.length()))
                .distinct()
                .collect(Collectors.joining(" "));
        assertThat(node.bean(JdbcClient.class)
                        .sql(
                                "update signin.access_tokens set scopes = string_to_array(:scopes, ' ') where token_hash = :hash")
                        .param("scopes", scopes)
                        .param("hash", Secrets.hash(token))
                        .update())
                .isOne();
        return token;
    }

    /** A page of another site has a browser of ours do nothing (Fetch Metadata, GuardTests tell the rest). */
    @Test
    void no_form_is_taken_from_another_site() {
        table.forEach((name, need) -> {
            if (name.startsWith("POST /{language}")) {
                assertThat(call(name, "", "cross-site").statusCode()).as(name).isEqualTo(403);
            }
        });
    }

    @Test
    void everyone_reaches_what_is_for_everyone() {
        having(
                "everyone",
                name -> assertThat(call(name, "").statusCode()).as(name).isNotIn(401, 403, 500));
    }

    private void having(String need, Consumer<String> check) {
        table.forEach((name, stated) -> {
            if (stated.equals(need)) {
                check.accept(name);
            }
        });
    }

    private String need(String name) {
        return table.getOrDefault(name, "");
    }

    private Route route(String name) {
        return Objects.requireNonNull(routes.get(name), name);
    }

    private HttpResponse<String> call(String name, String token) {
        return call(name, token, "same-origin");
    }

    private HttpResponse<String> call(String name, String token, String site) {
        Route route = route(name);
        boolean reads = name.startsWith("GET ");
        return send(
                name,
                token,
                site,
                reads ? "" : mediaType(name, route).toString(),
                !reads && route.takes(AccessToken.class) ? "{}" : "");
    }

    private HttpResponse<String> send(String name, String token, String site, String mediaType, String body) {
        Route route = route(name);
        String[] parts = name.split(" ", 2);
        String path =
                parts[1].replace("{language}", "en").replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(route.node().origin() + path))
                .header("Sec-Fetch-Site", site)
                .method(
                        parts[0],
                        mediaType.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!mediaType.isEmpty()) {
            request.header("Content-Type", mediaType);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static MediaType mediaType(String name, Route route) {
        return route.info().getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(name.contains(" /api/") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_FORM_URLENCODED);
    }

    private static Stream<String> names(RequestMappingInfo info) {
        List<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? List.of("ANY")
                : info.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .toList();
        return info.getPatternValues().stream()
                .map(path -> path.replaceAll(":[^}/]*}", "}"))
                .flatMap(path -> methods.stream().map(method -> method + " " + path));
    }
}
