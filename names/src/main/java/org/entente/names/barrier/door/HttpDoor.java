package org.entente.names.barrier.door;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.probe.Ability;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.DoorFailed;
import org.entente.names.barrier.probe.Entry;
import org.entente.names.barrier.probe.Output;
import org.entente.names.barrier.probe.Reply;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/** An interface that takes and gives JSON, described by OpenAPI. */
public final class HttpDoor implements Door {
    private static final long LONGEST_ANSWER = 4_000_000;
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([-\\w]+)", Pattern.CASE_INSENSITIVE);

    private final Description description;
    private final Pace pace;
    private final UnaryOperator<String> environment;
    private final UnaryOperator<String> json;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /**
     * An interface as it is described.
     *
     * @param environment of the variables that headers name
     * @throws IllegalArgumentException when a form is described
     */
    public HttpDoor(Description description, Pace pace, UnaryOperator<String> environment) {
        this(description, pace, environment, UnaryOperator.identity());
    }

    /**
     * An interface whose OpenAPI document may be written in another notation than JSON.
     *
     * @param environment of the variables that headers name
     * @param json makes JSON of that document, or throws an {@link IllegalArgumentException}
     * @throws IllegalArgumentException when a form is described
     */
    public HttpDoor(Description description, Pace pace, UnaryOperator<String> environment, UnaryOperator<String> json) {
        this.description = description;
        this.pace = pace;
        this.environment = environment;
        this.json = json;
        if (Stream.of(description.search(), description.list(), description.match())
                .flatMap(Optional::stream)
                .anyMatch(Description.Lookup::isForm)) {
            throw new IllegalArgumentException("a search that is a form is for the target form");
        }
    }

    @Override
    public Set<Ability> abilities() {
        return description.abilities();
    }

    @Override
    public Set<Output.Kind> kinds() {
        return description.kinds();
    }

    @Override
    public Reply register(Entry entry) {
        return submit(description.register(), "", entry);
    }

    @Override
    public Reply rename(String reference, String full) {
        return submit(description.rename().orElseThrow(), reference, Entry.of(full));
    }

    private Reply submit(JsonMembers submission, String reference, Entry entry) {
        URI address = description.address(submission.text("address"), "{ref}", reference);
        Object body = submission.optional("body").orElse(Map.of());
        HttpResponse<byte[]> answer = send(request(address)
                .header("Content-Type", "application/json; charset=utf-8")
                .method(
                        submission.optionalText("method").orElse("POST"),
                        HttpRequest.BodyPublishers.ofString(Json.canonical(filled(body, entry)))));
        String text = text(answer);
        List<String> references = new Extraction("", submission.text("reference"), "").of(text);
        return answer.statusCode() / 100 == 2 && !references.isEmpty()
                ? new Reply.Accepted(references.getFirst())
                : new Reply.Refused(answer.statusCode(), text.substring(0, Math.min(200, text.length())));
    }

    /** The body with the name in its places; a place for what the probe does not have is left out. */
    private static Object filled(Object template, Entry entry) {
        return switch (template) {
            case Map<?, ?> members -> {
                Map<String, Object> filled = new LinkedHashMap<>();
                members.forEach((name, value) -> {
                    if (!(value instanceof String text) || !place(text, entry).equals(Optional.of(""))) {
                        filled.put(name.toString(), filled(value, entry));
                    }
                });
                yield filled;
            }
            case List<?> elements ->
                elements.stream().map(each -> filled(each, entry)).toList();
            case String text -> place(text, entry).orElse(text);
            default -> template;
        };
    }

    private static Optional<String> place(String text, Entry entry) {
        return switch (text) {
            case "{full}" -> Optional.of(entry.full());
            case "{given}" -> Optional.of(entry.alone() ? "" : Entry.OTHER_PART);
            case "{form}" -> Optional.of(entry.form());
            default -> Optional.empty();
        };
    }

    @Override
    public List<Output> outputs(String reference, Set<Output.Kind> kinds) {
        List<Output> outputs = new ArrayList<>();
        for (Description.Outlet outlet : description.outputs()) {
            if (kinds.contains(outlet.outlet().kind())) {
                String answer = get(description.address(outlet.address(), "{ref}", reference));
                List<String> texts = outlet.extraction().of(answer);
                outputs.add(new Output(outlet.outlet(), texts.isEmpty() ? "" : texts.getFirst()));
            }
        }
        return outputs;
    }

    @Override
    public List<String> search(String typed) {
        return look(description.search(), typed);
    }

    @Override
    public List<String> list() {
        return look(description.list(), "");
    }

    @Override
    public List<String> match(String presented) {
        return look(description.match(), presented);
    }

    private List<String> look(Optional<Description.Lookup> lookup, String name) {
        return lookup.map(there -> there.extraction().of(get(description.address(there.address(), "{name}", name))))
                .orElse(List.of());
    }

    @Override
    public Map<String, Finding> observed() {
        return description.document().isEmpty()
                ? Map.of()
                : new NameSchemas(document(get(description.address(description.document(), "{ref}", "")))).look();
    }

    private String document(String written) {
        try {
            return json.apply(written);
        } catch (IllegalArgumentException e) {
            throw new DoorFailed(Wording.of("no-document"));
        }
    }

    private String get(URI address) {
        return text(send(request(address).GET()));
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20));
        description.headers().forEach((name, value) -> request.header(name, value(value)));
        return request;
    }

    private String value(String header) {
        return header.startsWith("$") ? environment.apply(header.substring(1)) : header;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        pace.await();
        try {
            return client.send(
                    request.build(),
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        } catch (IOException e) {
            throw new DoorFailed(Wording.of("no-answer", description.origin().toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DoorFailed(Wording.of("no-answer", description.origin().toString()));
        }
    }

    /** Read as the answer says that it is written, and as UTF-8 where it says nothing. */
    private static String text(HttpResponse<byte[]> answer) {
        Matcher charset =
                CHARSET.matcher(answer.headers().firstValue("Content-Type").orElse(""));
        return new String(answer.body(), charset.find() ? charset(charset.group(1)) : StandardCharsets.UTF_8);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
