package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.node.names.PublishedLetters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/**
 * Every name that we try and every letter of every orthography is drawn with the fonts that we serve: no glyph is missing, and no
 * font of the reader's system steps in. Known gaps stand in {@code gaps.txt}, each code point with its reason.
 */
@InCountry
class GlyphsTests {
    private static final int TEXTS_AT_ONCE = 1_000;
    private static final Set<String> OURS = Set.of("BC Sans", "Noto Sans Canadian Aboriginal");

    /** Puts each text into an element of its own and waits until the fonts that it needs are there. */
    private static final String SHOW = """
            async ([lang, weight, ...texts]) => {
              const main = document.querySelector('main');
              main.replaceChildren(...texts.map(text => {
                const one = document.createElement('p');
                one.className = 'name probe';
                one.lang = lang;
                one.style.fontWeight = weight;
                one.textContent = text;
                return one;
              }));
              main.getBoundingClientRect();
              await document.fonts.ready;
              await Promise.all([...document.fonts].filter(f => f.status === 'loading').map(f => f.loaded));
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              await document.fonts.ready;
            }""";

    /**
     * Which code points are drawn as the sign for a missing one: the same picture as one that no font has. Each font has a sign of
     * its own, and draws it for what it says to have and lacks: one code point without a meaning from the ranges of each.
     */
    private static final String MISSING = """
            ([lang, weight, ...codePoints]) => {
              const family = getComputedStyle(document.querySelector('main .probe')).fontFamily;
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 64;
              const pen = canvas.getContext('2d', { willReadFrequently: true });
              const draw = codePoint => {
                pen.clearRect(0, 0, 64, 64);
                pen.font = weight + ' 32px ' + family;
                pen.fillText(String.fromCodePoint(codePoint), 16, 44);
                const picture = new Uint32Array(pen.getImageData(0, 0, 64, 64).data.buffer);
                return picture.reduce((sum, dot) => Math.imul(sum ^ (dot >>> 24), 16777619), -2128831035);
              };
              const missing = [0x10FFFD, 0x378, 0xA7EE, 0x18FF].map(draw);
              return codePoints.filter(codePoint => missing.includes(draw(codePoint)));
            }""";

    private final Country country;
    private final Chromium chromium;

    GlyphsTests(Country country, Chromium chromium) {
        this.country = country;
        this.chromium = chromium;
    }

    /** Syllabics are drawn by the font of their language; headings and the displayed name are bold, from other files. */
    @ParameterizedTest
    @CsvSource({"'', 400", "'', 700", "iu, 400", "iu, 700", "crx, 400", "crx, 700"})
    void no_glyph_of_any_name_or_letter_is_missing(String lang, String weight) throws IOException {
        PublishedLetters.requirePublished();
        Look look = new Look(lang, weight);
        Map<String, String> gaps = gaps();
        List<String> texts = Stream.of(lines("probes.txt").stream(), letters(), besides())
                .flatMap(each -> each)
                .distinct()
                .filter(text -> lang.isEmpty() || text.codePoints().anyMatch(GlyphsTests::isSyllabic))
                .toList();
        List<String> drawnByOthers = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(country.wallet().origin() + "/fr");
            CDPSession tools = context.newCDPSession(page);
            for (int from = 0; from < texts.size(); from += TEXTS_AT_ONCE) {
                List<String> some = texts.subList(from, Math.min(texts.size(), from + TEXTS_AT_ONCE));
                page.evaluate(SHOW, look.with(some));
                drawnByOthers.addAll(drawnByOthers(tools));
                missing.addAll(missing(page, look, some));
            }
        }
        assertThat(missing.stream().filter(sign -> !gaps.containsKey(sign)))
                .as("missing")
                .isEmpty();
        if (lang.isEmpty()) {
            Stream<String> others = drawnByOthers.stream().flatMap(GlyphsTests::notations);
            assertThat(Stream.concat(missing.stream(), others))
                    .as("each known gap is one")
                    .containsAll(gaps.keySet());
        }
        assertThat(drawnByOthers.stream().filter(text -> !holdsGap(text, gaps)))
                .as("drawn with another font")
                .isEmpty();
    }

    /** Every letter, and what capitals and small letters make of it: nobody asked for that, and somebody types it. */
    private static Stream<String> letters() {
        return PublishedLetters.letters().stream()
                .flatMap(letter -> Stream.of(
                        letter,
                        UCharacter.toUpperCase(ULocale.ROOT, letter),
                        UCharacter.toLowerCase(ULocale.ROOT, letter)));
    }

    /** The block of syllabics that came last, and the Latin letters of these languages that Unicode 16 and 17 brought. */
    private static Stream<String> besides() {
        return IntStream.concat(
                        IntStream.rangeClosed(0x11AB0, 0x11ABF), IntStream.of(0xA7CE, 0xA7CF, 0xA7DA, 0xA7DB, 0xA7DC))
                .mapToObj(Character::toString);
    }

    @Test
    void a_missing_glyph_is_noticed() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(country.wallet().origin() + "/fr");
            List<String> texts = List.of("ʔaq̓am", "\u0e01", "\udbff\udffc");
            Look look = new Look("", "400");
            page.evaluate(SHOW, look.with(texts));

            Stream<String> seen = Stream.concat(
                    drawnByOthers(context.newCDPSession(page)).stream(), missing(page, look, texts).stream());

            assertThat(seen).contains("U+10FFFC").hasSizeGreaterThanOrEqualTo(2).doesNotContain("ʔaq̓am");
        }
    }

    /** How texts are drawn. */
    private record Look(String lang, String weight) {
        List<Object> with(List<?> shown) {
            List<Object> all = new ArrayList<>(List.of(lang, weight));
            all.addAll(shown);
            return all;
        }
    }

    private static List<String> missing(Page page, Look look, List<String> texts) {
        List<Integer> codePoints = texts.stream()
                .flatMap(text -> text.codePoints().boxed())
                .filter(codePoint -> !Character.isWhitespace(codePoint))
                .distinct()
                .toList();
        return ((List<?>) page.evaluate(MISSING, look.with(codePoints)))
                .stream()
                        .map(codePoint -> "U+%04X".formatted(((Number) codePoint).intValue()))
                        .toList();
    }

    /** The texts of the page in which a font appears that is none of ours. */
    private static List<String> drawnByOthers(CDPSession tools) {
        tools.send("DOM.enable");
        tools.send("CSS.enable");
        int root = tools.send("DOM.getDocument")
                .getAsJsonObject("root")
                .get("nodeId")
                .getAsInt();
        // Of all of them at once, then of each where one is strange.
        if (nodes(tools, root, "main").stream().noneMatch(main -> isStrange(tools, main))) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        nodes(tools, root, ".probe").forEach(node -> {
            if (isStrange(tools, node)) {
                String html =
                        tools.send("DOM.getOuterHTML", node).get("outerHTML").getAsString();
                others.add(html.replaceAll("<[^>]*>", ""));
            }
        });
        return others;
    }

    private static List<JsonObject> nodes(CDPSession tools, int root, String selector) {
        JsonObject all = new JsonObject();
        all.addProperty("nodeId", root);
        all.addProperty("selector", selector);
        return tools.send("DOM.querySelectorAll", all).getAsJsonArray("nodeIds").asList().stream()
                .map(id -> {
                    JsonObject node = new JsonObject();
                    node.add("nodeId", id);
                    return node;
                })
                .toList();
    }

    /** Whether a font that is none of ours draws any of it; the stand-in is one of the system's under a name of ours. */
    private static boolean isStrange(CDPSession tools, JsonObject node) {
        return tools.send("CSS.getPlatformFontsForNode", node).getAsJsonArray("fonts").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .anyMatch(font -> !font.get("isCustomFont").getAsBoolean()
                        || !OURS.contains(font.get("familyName").getAsString()));
    }

    private static boolean isSyllabic(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.CANADIAN_ABORIGINAL;
    }

    private static boolean holdsGap(String text, Map<String, String> gaps) {
        return notations(text).anyMatch(gaps::containsKey);
    }

    private static Stream<String> notations(String text) {
        return text.codePoints().mapToObj("U+%04X"::formatted);
    }

    private static Map<String, String> gaps() throws IOException {
        return lines("gaps.txt").stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, other) -> one, TreeMap::new));
    }

    private static List<String> lines(String file) throws IOException {
        return new ClassPathResource("names/" + file)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
