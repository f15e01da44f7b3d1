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

    /** What stood on the pages that came when names were accepted, by reference and output. */
    private final Map<String, String> came = new HashMap<>();

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
        SentHeaders.give(browser, description, environment);
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
        open(form, reference);
        type(form.text("full"), entry.full());
        form.optionalText("given").ifPresent(field -> type(field, entry.alone() ? "" : Entry.OTHER_PART));
        form.optionalText("form").ifPresent(field -> type(field, entry.form()));
        if (entry.full().equals(FormLook.CONTROL)) {
            tellOfControl(form);
        }
        pace.await();
        String sent = browser.evaluate(
                Scripts.submit(form.text("full"), form.optionalText("submit").orElse("")));
        if (!sent.equals("sent")) {
            return new Reply.Refused(0, sent);
        }
        if (!browser.awaitNext()) {
            throw new DoorFailed(Wording.of("not-sent"));
        }
        form.optionalText("confirm").ifPresent(this::confirm);
        String refused = form.optionalText("refused").orElse(REFUSED);
        JsonMembers after =
                JsonMembers.of(Json.readForeign(browser.evaluate(Scripts.reply(form.text("accepted"), refused))));
        Optional<String> accepted = after.optionalText("accepted");
        long status = after.optional("status")
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .orElse(0L);
        accepted.ifPresent(this::remember);
        return accepted.isPresent()
                ? new Reply.Accepted(accepted.get())
                : new Reply.Refused((int) status, after.optionalText("words").orElse(""));
    }

    /** Its language and how it is said, where the form asks: of no other probe are these the right ones. */
    private void tellOfControl(JsonMembers form) {
        if (form == description.register()) {
            description.writing().ifPresent(there -> {
                if (!browser.evaluate(Scripts.call("choose", there.field(), there.value()))
                        .equals("there")) {
                    throw new DoorFailed(Wording.of("no-field", there.field(), browser.evaluate("document.title")));
                }
            });
            form.optionalText("respelling").ifPresent(field -> type(field, FormLook.RESPELLING));
        }
    }

    /** Presses the button of a page between the form and the record, where that page came. */
    private void confirm(String button) {
        pace.await();
        if (browser.evaluate(Scripts.call("press", button)).equals("there")) {
            browser.awaitNext();
        }
    }

    /** Goes to the form, by a button of another page where it is reached so. */
    private void open(JsonMembers form, String reference) {
        go(description.address(form.text("address"), "{ref}", reference));
        Optional<String> begin = form.optionalText("begin");
        if (begin.isPresent()) {
            pace.await();
            if (!browser.evaluate(Scripts.call("press", begin.get())).equals("there")) {
                throw new DoorFailed(Wording.of("no-field", begin.get(), browser.evaluate("document.title")));
            }
            browser.awaitNext();
        }
    }

    /** An output without an address is the page that comes when a name was accepted: it is read at once. */
    private void remember(String reference) {
        for (Description.Outlet outlet : description.outputs()) {
            if (outlet.address().isEmpty()) {
                came.put(key(reference, outlet), first(texts(outlet)));
            }
        }
    }

    private static String key(String reference, Description.Outlet outlet) {
        return outlet.outlet().kind() + " " + outlet.outlet().name() + " " + reference;
    }

    private List<String> texts(Description.Outlet outlet) {
        boolean shown = outlet.outlet().kind() == Output.Kind.SHOWN;
        String texts = browser.evaluate(Scripts.texts(outlet.extraction().selector(), shown));
        return JsonMembers.asTexts(Json.read(orNone(texts)));
    }

    private static String first(List<String> texts) {
        return texts.isEmpty() ? "" : texts.getFirst();
    }

    /** As an input method does: the text comes in whole, and the field's own rules and scripts see it. */
    private void type(String field, String text) {
        if (!browser.evaluate(Scripts.focus(field)).equals("there")) {
            throw new DoorFailed(Wording.of("no-field", field, browser.evaluate("document.title")));
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
                String text = outlet.address().isEmpty()
                        ? came.getOrDefault(key(reference, outlet), "")
                        : first(read(reference, outlet));
                outputs.add(new Output(outlet.outlet(), withoutOther(text)));
            }
        }
        return outputs;
    }

    private List<String> read(String reference, Description.Outlet outlet) {
        URI address = description.address(outlet.address(), "{ref}", reference);
        if (outlet.extraction().isInPage()) {
            go(address);
            return texts(outlet);
        }
        return fetched(address, outlet.extraction());
    }

    private List<String> fetched(URI address, Extraction extraction) {
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
                .map(there -> there.isForm()
                        ? sent(there, name)
                        : look(there, description.address(there.address(), "{name}", name)))
                .orElse(List.of())
                .stream()
                .map(this::withoutOther)
                .toList();
    }

    private List<String> look(Description.Lookup lookup, URI address) {
        if (!lookup.extraction().isInPage()) {
            return fetched(address, lookup.extraction());
        }
        go(address);
        return found(lookup);
    }

    /** By a form: what is looked for stands in no address. */
    private List<String> sent(Description.Lookup lookup, String name) {
        go(description.address(lookup.address(), "{name}", ""));
        type(lookup.field(), name);
        pace.await();
        if (!browser.evaluate(Scripts.submit(lookup.field(), lookup.submit())).equals("sent")) {
            return List.of();
        }
        if (!browser.awaitNext()) {
            throw new DoorFailed(Wording.of("not-sent"));
        }
        return found(lookup);
    }

    private List<String> found(Description.Lookup lookup) {
        return JsonMembers.asTexts(Json.read(
                orNone(browser.evaluate(Scripts.texts(lookup.extraction().selector(), false)))));
    }

    private void go(URI address) {
        pace.await();
        browser.go(address);
    }

    @Override
    public Map<String, Finding> observed() {
        return new FormLook(
                        browser,
                        description,
                        this::go,
                        () -> open(description.register(), ""),
                        () -> register(Entry.of(FormLook.CONTROL)),
                        this::search,
                        references)
                .look();
    }

    @Override
    public void close() {
        browser.close();
    }
}
