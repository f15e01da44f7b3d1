package org.entente.names.barrier.door;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.probe.DoorFailed;
import org.entente.names.barrier.probe.Output;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/** What is to be seen of a form and of the page that shows a name: attributes, fonts, languages, the page of staff. A row of what was not there to be seen says so. */
record FormLook(
        Browser browser,
        Description description,
        Consumer<URI> go,
        Runnable open,
        Runnable registerControl,
        Function<String, List<String>> search,
        Map<String, String> references) {
    /** The name on whose page other names are drawn. */
    static final String CONTROL = "Iqaluit";

    /** How it is said, for who reads English. */
    static final String RESPELLING = "ee-KA-loo-eet";

    /** As long as a line of a page. */
    private static final int MOST_DRAWN = 60;

    private static final List<String> FIELD = List.of("B11", "B12", "B14", "B15");
    private static final List<String> PAGE = List.of("B38", "B39", "B40", "B41", "B42");

    Map<String, Finding> look() {
        Map<String, Finding> findings = new LinkedHashMap<>(field());
        findings.putAll(page().map(this::page).orElseGet(() -> unseen(notDrawn())));
        Optional<String> reference = Optional.ofNullable(references.get(CONTROL));
        findings.put("B54", new ClerkLook(browser, description, go, search, reference).look());
        return findings;
    }

    private Wording notDrawn() {
        return references.containsKey(CONTROL) ? Wording.of("not-drawn") : Wording.of("refused-before");
    }

    private static Map<String, Finding> unseen(Wording reason) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        PAGE.forEach(id -> findings.put(id, new Finding.NotApplicable(reason)));
        return findings;
    }

    private Map<String, Finding> field() {
        open.run();
        String selector = description.register().text("full");
        JsonMembers seen = seen("field", selector)
                .orElseThrow(
                        () -> new DoorFailed(Wording.of("no-field", selector, browser.evaluate("document.title"))));
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (String id : FIELD) {
            findings.put(id, of(seen.texts(id), "form", "tested.field"));
        }
        findings.merge("B14", keys(), Finding::and);
        return findings;
    }

    /** Pressed as a keyboard presses them, one of every keyboard and one that a layout for the language has. */
    private Finding keys() {
        String field = description.register().text("full");
        List<Evidence> blocked = new ArrayList<>();
        for (String key : List.of("a", "ʔ")) {
            browser.evaluate(Scripts.focus(field));
            browser.call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "text", key));
            browser.call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
            String written = browser.evaluate(Scripts.call("written", field));
            if (!written.equals(key)) {
                blocked.add(new Evidence("form", key, written, Wording.of("key-blocked", key)));
            }
        }
        browser.evaluate(Scripts.focus(field));
        return or(blocked, Wording.of("tested.field"));
    }

    /** The first page of the outputs that draws a name, where the control was accepted. */
    private Optional<Description.Outlet> page() {
        return description.outputs().stream()
                .filter(outlet -> outlet.extraction().isInPage()
                        && outlet.outlet().kind() == Output.Kind.SHOWN
                        && references.containsKey(CONTROL))
                .findFirst();
    }

    private Map<String, Finding> page(Description.Outlet outlet) {
        String selector = outlet.extraction().selector();
        if (outlet.address().isEmpty()) {
            registerControl.run();
        } else {
            go.accept(description.address(outlet.address(), "{ref}", references.getOrDefault(CONTROL, "")));
        }
        return seen("shown", selector)
                .map(seen -> page(outlet.outlet().name(), selector, seen))
                .orElseGet(() -> unseen(Wording.of("no-element", selector)));
    }

    private Map<String, Finding> page(String name, String selector, JsonMembers seen) {
        Map<String, Finding> findings = new LinkedHashMap<>();
        findings.put("B41", of(seen.texts("B41"), name, "tested.style"));
        findings.put("B42", language(seen, name));
        List<Evidence> missing = new ArrayList<>();
        List<Evidence> foreign = new ArrayList<>();
        List<String> probes = drawn();
        for (String probe : probes) {
            Optional<JsonMembers> drawn = seen("drawn", selector, probe);
            if (drawn.isEmpty()) {
                Wording gone = Wording.of("no-element", selector);
                List.of("B38", "B39", "B40").forEach(id -> findings.put(id, new Finding.NotApplicable(gone)));
                return findings;
            }
            drawn.get()
                    .texts("missing")
                    .forEach(sign -> missing.add(new Evidence(name, probe, sign, Wording.of("no-glyph"))));
            systemFonts(selector)
                    .forEach(font -> foreign.add(new Evidence(name, probe, "", Wording.of("system-font", font))));
        }
        findings.put("B38", or(missing, Wording.of("tested.glyphs", probes.size())));
        findings.put("B39", or(foreign, Wording.of("tested.fonts", probes.size())));
        findings.put("B40", finals(selector, name));
        return findings;
    }

    /** An element that says of itself that nobody knows its language is a barrier where that was told. */
    private Finding language(JsonMembers seen, String name) {
        if (!seen.texts("B42").isEmpty()) {
            return of(seen.texts("B42"), name, "tested.language");
        }
        return seen.optionalText("unknown")
                .map(empty -> description.writing().isPresent()
                        ? of(List.of(empty), name, "tested.language")
                        : new Finding.NotApplicable(Wording.of("no-writing")))
                .orElseGet(() -> new Finding.NotFound(Wording.of("tested.language")));
    }

    /** All probes that are written as names and have a look; but the long runs, which no page shows in one line. */
    private static List<String> drawn() {
        return Catalogue.standard().barriers().stream()
                .flatMap(barrier -> barrier.probes().stream())
                .distinct()
                .filter(probe -> !probe.isEmpty() && probe.length() <= MOST_DRAWN)
                .filter(probe -> probe.codePoints().noneMatch(FormLook::isUnseen))
                .toList();
    }

    private static boolean isUnseen(int sign) {
        return UCharacter.hasBinaryProperty(sign, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || UCharacter.hasBinaryProperty(sign, UProperty.BIDI_CONTROL);
    }

    /** The same word in two languages whose finals are drawn at different heights: not from one font. */
    private Finding finals(String selector, String name) {
        String word = "ᐃᒡᓗᓕᒃ";
        String inuktitut = fonts(selector, word, "iu").toString();
        String dakelh = fonts(selector, word, "crx").toString();
        return inuktitut.equals(dakelh)
                ? new Finding.Found(List.of(new Evidence(name, word, "", Wording.of("same-font", inuktitut))))
                : new Finding.NotFound(Wording.of("tested.finals"));
    }

    private List<String> fonts(String selector, String text, String language) {
        browser.evaluate(Scripts.call("drawn", selector, text, language));
        return platformFonts(selector).stream()
                .map(font -> font.text("familyName"))
                .toList();
    }

    private List<String> systemFonts(String selector) {
        return platformFonts(selector).stream()
                .filter(font -> font.optional("isCustomFont").equals(Optional.of(false)))
                .map(font -> font.text("familyName"))
                .toList();
    }

    private List<JsonMembers> platformFonts(String selector) {
        browser.call("DOM.enable", Map.of());
        browser.call("CSS.enable", Map.of());
        long root = number(browser.call("DOM.getDocument", Map.of("depth", 0))
                .object("root")
                .orElseThrow()
                .optional("nodeId"));
        long node = number(browser.call("DOM.querySelector", Map.of("nodeId", root, "selector", selector))
                .optional("nodeId"));
        return browser.call("CSS.getPlatformFontsForNode", Map.of("nodeId", node))
                .list("fonts", JsonMembers::of);
    }

    private static long number(Optional<Object> value) {
        return value.filter(Long.class::isInstance).map(Long.class::cast).orElse(0L);
    }

    /** What a function of the page saw; empty where the element is not there, or the page is not. */
    private Optional<JsonMembers> seen(String function, String... arguments) {
        String json = browser.evaluate(Scripts.call(function, arguments));
        return Optional.of(json)
                .filter(there -> !there.isEmpty())
                .map(there -> JsonMembers.of(Json.readForeign(there)))
                .filter(seen -> seen.optional("absent").isEmpty());
    }

    private static Finding of(List<String> seen, String where, String tested) {
        return or(
                seen.stream()
                        .map(each -> new Evidence(where, "", each, Wording.of("seen")))
                        .toList(),
                Wording.of(tested));
    }

    private static Finding or(List<Evidence> evidence, Wording tested) {
        return evidence.isEmpty() ? new Finding.NotFound(tested) : new Finding.Found(evidence);
    }
}
