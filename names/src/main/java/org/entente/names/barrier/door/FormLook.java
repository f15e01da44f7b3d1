package org.entente.names.barrier.door;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.probe.Output;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/** What is to be seen of a form and of the page that shows a name: attributes, fonts, languages, the page of staff. */
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

    /** Signs that need a mark at its place, syllabics of every block, and the glottal stop. */
    private static final List<String> DRAWN = List.of(
            "ʔaq̓am",
            "xʷməθkʷəy̓əm",
            "W̱SÁNEĆ",
            "Sḵwx̱wú7mesh",
            "Tłı̨chǫ",
            "Kwakwa̱ka̱ʼwakw",
            "Kanienʼkehá꞉ka",
            "Haíɫzaqvḷa",
            "ᐃᖃᓗᐃᑦ",
            "ᓀᐦᐃᔭᐍᐏᐣ",
            "ᑕᗸᒡ",
            "𑪶𑪳");

    Map<String, Finding> look() {
        Map<String, Finding> findings = new LinkedHashMap<>(field());
        page().ifPresent(outlet -> findings.putAll(page(outlet)));
        if (!description.clerk().isEmpty()) {
            findings.put("B54", clerk());
        }
        return findings;
    }

    private Map<String, Finding> field() {
        open.run();
        JsonMembers seen = evaluate("field", description.register().text("full"));
        Map<String, Finding> findings = new LinkedHashMap<>();
        for (String id : List.of("B11", "B12", "B14", "B15")) {
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
        return or(blocked, "tested.field");
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
        JsonMembers seen = evaluate("shown", selector);
        Map<String, Finding> findings = new LinkedHashMap<>();
        String name = outlet.outlet().name();
        findings.put("B41", of(seen.texts("B41"), name, "tested.style"));
        findings.put("B42", of(seen.texts("B42"), name, "tested.language"));
        List<Evidence> missing = new ArrayList<>();
        List<Evidence> foreign = new ArrayList<>();
        for (String probe : DRAWN) {
            JsonMembers drawn = evaluate("drawn", selector, probe);
            drawn.texts("missing")
                    .forEach(sign -> missing.add(new Evidence(name, probe, sign, Wording.of("no-glyph"))));
            systemFonts(selector)
                    .forEach(font -> foreign.add(new Evidence(name, probe, "", Wording.of("system-font", font))));
        }
        findings.put("B38", or(missing, "tested.glyphs"));
        findings.put("B39", or(foreign, "tested.fonts"));
        findings.put("B40", finals(selector, name));
        return findings;
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
        evaluate("drawn", selector, text, language);
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

    private Finding clerk() {
        go.accept(description.address(description.clerk(), "{ref}", ""));
        List<Evidence> lacking = new ArrayList<>();
        if (!browser.evaluate(Scripts.call("picker")).equals("there")) {
            lacking.add(new Evidence("clerk", "", "", Wording.of("no-picker")));
        }
        String reference = references.getOrDefault(CONTROL, "");
        description.search().filter(there -> there.extraction().isInPage()).ifPresent(there -> {
            if (search.apply(reference).stream().noneMatch(found -> found.contains(CONTROL))) {
                lacking.add(new Evidence("clerk", reference, "", Wording.of("not-found-by", CONTROL)));
            }
        });
        return or(lacking, "tested.clerk");
    }

    private JsonMembers evaluate(String function, String... arguments) {
        String json = browser.evaluate(Scripts.call(function, arguments));
        return JsonMembers.of(Json.readForeign(json.isEmpty() ? "{}" : json));
    }

    private static Finding of(List<String> seen, String where, String tested) {
        return or(
                seen.stream()
                        .map(each -> new Evidence(where, "", each, Wording.of("seen")))
                        .toList(),
                tested);
    }

    private static Finding or(List<Evidence> evidence, String tested) {
        return evidence.isEmpty() ? new Finding.NotFound(Wording.of(tested)) : new Finding.Found(evidence);
    }
}
