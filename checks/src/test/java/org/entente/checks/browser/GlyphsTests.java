package org.entente.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.node.names.PublishedLetters;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * Every name that we try and every letter of every orthography is drawn with the fonts that we serve: no glyph is missing, and no
 * font of the reader's system steps in. Known gaps stand in {@code gaps.txt}, each code point with its reason.
 */
@InCountry
class GlyphsTests {
    private static final int TEXTS_AT_ONCE = 400;

    /** Puts each text into an element of its own and waits until the fonts that it needs are there. */
    private static final String SHOW = """
            async texts => {
              const main = document.querySelector('main');
              main.replaceChildren(...texts.map(text => {
                const one = document.createElement('p');
                one.className = 'name probe';
                one.textContent = text;
                return one;
              }));
              main.getBoundingClientRect();
              await document.fonts.ready;
              await Promise.all([...document.fonts].filter(f => f.status === 'loading').map(f => f.loaded));
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              await document.fonts.ready;
            }""";

    /** Which code points are drawn as the sign for a missing one: the same picture as one that no font has. */
    private static final String MISSING = """
            codePoints => {
              const canvas = document.createElement('canvas');
              canvas.width = canvas.height = 64;
              const pen = canvas.getContext('2d', { willReadFrequently: true });
              const draw = codePoint => {
                pen.clearRect(0, 0, 64, 64);
                pen.font = '32px ' + getComputedStyle(document.documentElement).fontFamily;
                pen.fillText(String.fromCodePoint(codePoint), 16, 44);
                return pen.getImageData(0, 0, 64, 64).data.join();
              };
              const missing = draw(0x10FFFD);
              return codePoints.filter(codePoint => draw(codePoint) === missing);
            }""";

    private final Country country;
    private final Chromium chromium;

    GlyphsTests(Country country, Chromium chromium) {
        this.country = country;
        this.chromium = chromium;
    }

    @Test
    void no_glyph_of_any_name_or_letter_is_missing() throws IOException {
        Map<String, String> gaps = gaps();
        List<String> texts = Stream.concat(lines("probes.txt").stream(), PublishedLetters.letters().stream())
                .distinct()
                .toList();
        assertThat(texts).hasSizeGreaterThan(300);
        List<String> drawnByOthers = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(country.wallet().origin() + "/fr");
            CDPSession tools = context.newCDPSession(page);
            for (int from = 0; from < texts.size(); from += TEXTS_AT_ONCE) {
                List<String> some = texts.subList(from, Math.min(texts.size(), from + TEXTS_AT_ONCE));
                page.evaluate(SHOW, some);
                drawnByOthers.addAll(drawnByOthers(tools));
                missing.addAll(missing(page, some));
            }
        }
        assertThat(missing.stream().filter(sign -> !gaps.containsKey(sign)))
                .as("missing")
                .isEmpty();
        assertThat(drawnByOthers.stream().filter(text -> !holdsGap(text, gaps)))
                .as("drawn with another font")
                .isEmpty();
    }

    @Test
    void a_missing_glyph_is_noticed() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(country.wallet().origin() + "/fr");
            List<String> texts = List.of("ʔaq̓am", "\u0e01", "\udbff\udffc");
            page.evaluate(SHOW, texts);

            Stream<String> seen =
                    Stream.concat(drawnByOthers(context.newCDPSession(page)).stream(), missing(page, texts).stream());

            assertThat(seen).contains("U+10FFFC").hasSizeGreaterThanOrEqualTo(2).doesNotContain("ʔaq̓am");
        }
    }

    private static List<String> missing(Page page, List<String> texts) {
        List<Integer> codePoints = texts.stream()
                .flatMap(text -> text.codePoints().boxed())
                .filter(codePoint -> !Character.isWhitespace(codePoint))
                .distinct()
                .toList();
        return ((List<?>) page.evaluate(MISSING, codePoints))
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
        JsonObject all = new JsonObject();
        all.addProperty("nodeId", root);
        all.addProperty("selector", ".probe");
        JsonArray probes = tools.send("DOM.querySelectorAll", all).getAsJsonArray("nodeIds");
        List<String> others = new ArrayList<>();
        probes.forEach(probe -> {
            JsonObject node = new JsonObject();
            node.add("nodeId", probe);
            boolean strange = tools.send("CSS.getPlatformFontsForNode", node).getAsJsonArray("fonts").asList().stream()
                    .anyMatch(
                            font -> !font.getAsJsonObject().get("isCustomFont").getAsBoolean());
            if (strange) {
                String html =
                        tools.send("DOM.getOuterHTML", node).get("outerHTML").getAsString();
                others.add(html.replaceAll("<[^>]*>", ""));
            }
        });
        return others;
    }

    private static boolean holdsGap(String text, Map<String, String> gaps) {
        return text.codePoints().mapToObj("U+%04X"::formatted).anyMatch(gaps::containsKey);
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
