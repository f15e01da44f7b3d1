package org.entente.names.barrier.door;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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

/** A web form, filled in and sent in a browser as a person would. */
public final class FormDoor implements Door {
    private static final String REFUSED = "[role=alert], .error-summary, .errors, .error";

    private final Description description;
    private final Pace pace;
    private final Browser browser;
    private final Map<String, String> references = new HashMap<>();

    private FormDoor(Description description, Pace pace, Browser browser) {
        this.description = description;
        this.pace = pace;
        this.browser = browser;
    }

    /**
     * Opens a browser for it.
     *
     * @param environment of the variables that headers name
     * @throws DoorFailed when the browser does not come up
     */
    public static FormDoor open(Description description, Pace pace, Path program, UnaryOperator<String> environment) {
        Browser browser = Browser.start(program);
        if (!description.headers().isEmpty()) {
            Map<String, Object> headers = new HashMap<>();
            description
                    .headers()
                    .forEach((name, value) ->
                            headers.put(name, value.startsWith("$") ? environment.apply(value.substring(1)) : value));
            browser.call("Network.enable", Map.of());
            browser.call("Network.setExtraHTTPHeaders", Map.of("headers", headers));
        }
        return new FormDoor(description, pace, browser);
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
        Reply reply = submit(description.register(), "", entry);
        if (reply instanceof Reply.Accepted(String reference)) {
            references.put(entry.full(), reference);
        }
        return reply;
    }

    @Override
    public Reply rename(String reference, String full) {
        return submit(description.rename().orElseThrow(), reference, Entry.of(full));
    }

    private Reply submit(JsonMembers form, String reference, Entry entry) {
        go(description.address(form.text("address"), "{ref}", reference));
        type(form.text("full"), entry.full());
        form.optionalText("given").ifPresent(field -> type(field, entry.alone() ? "" : Entry.OTHER_PART));
        form.optionalText("form").ifPresent(field -> type(field, entry.form()));
        pace.await();
        String sent = browser.evaluate(
                Scripts.submit(form.text("full"), form.optionalText("submit").orElse("")));
        if (!sent.equals("sent")) {
            return new Reply.Refused(0, sent);
        }
        if (!browser.awaitNext()) {
            throw new DoorFailed(Wording.of("not-sent"));
        }
        String refused = form.optionalText("refused").orElse(REFUSED);
        JsonMembers after =
                JsonMembers.of(Json.readForeign(browser.evaluate(Scripts.reply(form.text("accepted"), refused))));
        Optional<String> accepted = after.optionalText("accepted");
        long status = after.optional("status")
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .orElse(0L);
        return accepted.isPresent()
                ? new Reply.Accepted(accepted.get())
                : new Reply.Refused((int) status, after.optionalText("words").orElse(""));
    }

    /** As an input method does: the text comes in whole, and the field's own rules and scripts see it. */
    private void type(String field, String text) {
        if (!browser.evaluate(Scripts.focus(field)).equals("there")) {
            throw new DoorFailed(Wording.of("no-field", field));
        }
        if (!text.isEmpty()) {
            browser.call("Input.insertText", Map.of("text", text));
        }
    }

    @Override
    public List<Output> outputs(String reference, Set<Output.Kind> kinds) {
        List<Output> outputs = new ArrayList<>();
        for (Description.Outlet outlet : description.outputs()) {
            if (kinds.contains(outlet.outlet().kind())) {
                URI address = description.address(outlet.address(), "{ref}", reference);
                boolean shown = outlet.outlet().kind() == Output.Kind.SHOWN;
                List<String> texts = read(address, outlet.extraction(), shown);
                outputs.add(new Output(outlet.outlet(), texts.isEmpty() ? "" : withoutOther(texts.getFirst())));
            }
        }
        return outputs;
    }

    private List<String> read(URI address, Extraction extraction, boolean shown) {
        if (extraction.isInPage()) {
            go(address);
            return JsonMembers.asTexts(
                    Json.read(orNone(browser.evaluate(Scripts.texts(extraction.selector(), shown)))));
        }
        pace.await();
        return extraction.of(browser.evaluate(Scripts.fetch(address.toString())));
    }

    private static String orNone(String json) {
        return json.isEmpty() ? "[]" : json;
    }

    private String withoutOther(String text) {
        return abilities().contains(Ability.PARTS)
                ? text.replaceAll("(?iu),?\\s*" + Entry.OTHER_PART + ",?\\s*", "")
                : text;
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
        return lookup
                .map(there -> read(description.address(there.address(), "{name}", name), there.extraction(), false))
                .orElse(List.of())
                .stream()
                .map(this::withoutOther)
                .toList();
    }

    private void go(URI address) {
        pace.await();
        browser.go(address);
    }

    @Override
    public Map<String, Finding> observed() {
        return new FormLook(browser, description, this::go, references).look();
    }

    @Override
    public void close() {
        browser.close();
    }
}
