package org.entente.checks.browser;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every text is in the language that its nearest {@code lang} says: it holds no word that only the other language has, and
 * no piece of the other language's catalogue. Code and a stranger's words of unknown language ({@code bdi} without
 * {@code lang}) are not language.
 */
final class Wording implements Measure {
    private static final Map<String, Pattern> TELLTALE = Map.of(
            "en",
            words("the and of with your you this that is are was not from for by has have been will be it its"
                    + " what who which when how only yes more all each other please sign state name"),
            "fr",
            words("le la les des du une est et sont vous votre vos avec dans qui que aux cette ces sur ne pas"
                    + " nous notre leur leurs mais donc ici chaque aucun aucune"));

    private static final Pattern ARGUMENT = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}");
    private static final Set<String> SAID_ATTRIBUTES =
            Set.of("aria-label", "title", "alt", "placeholder", "data-label");
    /** Shorter pieces are words like "Date", which both languages have. */
    private static final int MIN_PIECE = 12;

    private final Map<String, List<String>> foreign;

    Wording() {
        Map<String, Set<String>> pieces = Map.of("fr", pieces("fr"), "en", pieces("en"));
        String french = String.join("\n", pieces.getOrDefault("fr", Set.of()));
        String english = String.join("\n", pieces.getOrDefault("en", Set.of()));
        foreign = Map.of(
                "fr", without(pieces.getOrDefault("en", Set.of()), french),
                "en", without(pieces.getOrDefault("fr", Set.of()), english));
    }

    /** A text and the language it claims. */
    private record Said(String language, String text) {}

    @Override
    public void take(Look look, SoftAssertions softly) {
        List<String> wrong = said(Jsoup.parse(look.page().content())).stream()
                .filter(said -> isForeign(said, look.circumstance().language()))
                .map(Said::toString)
                .toList();
        softly.assertThat(wrong).as("in the other language").isEmpty();
        softly.assertThat(look.page().locator("main").innerText())
                .as("unfilled or untranslated")
                .doesNotContainPattern("\\{\\d|\\bnull\\b");
    }

    private boolean isForeign(Said said, String languageOfPage) {
        Pattern telltale = TELLTALE.get(said.language().equals("fr") ? "en" : "fr");
        return telltale != null && telltale.matcher(said.text()).find()
                || said.language().equals(languageOfPage)
                        && foreign.getOrDefault(languageOfPage, List.of()).stream()
                                .anyMatch(said.text()::contains);
    }

    private static List<Said> said(Document document) {
        List<Said> said = new ArrayList<>();
        document.traverse((node, depth) -> {
            if (node instanceof TextNode text && text.parent() instanceof Element parent && isLanguage(parent)) {
                said.add(new Said(language(parent), text.text().strip()));
            } else if (node instanceof Element element) {
                SAID_ATTRIBUTES.stream()
                        .filter(element::hasAttr)
                        .forEach(name -> said.add(new Said(language(element), element.attr(name))));
            }
        });
        return said.stream().filter(one -> !one.text().isEmpty()).toList();
    }

    private static boolean isLanguage(Element element) {
        return element.closest("code, script, style, bdi:not([lang]), [lang='']") == null;
    }

    private static String language(Element element) {
        Element said = element.closest("[lang]");
        return said == null ? "" : said.attr("lang").replaceFirst("-.*", "");
    }

    private static Pattern words(String words) {
        String any = Arrays.stream(words.split(" ")).collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}’'-])(?:" + any + ")(?![\\p{L}\\p{N}’'-])", Pattern.CASE_INSENSITIVE);
    }

    private static List<String> without(Set<String> pieces, String others) {
        return pieces.stream().filter(Predicate.not(others::contains)).toList();
    }

    /** What stands between the arguments of a catalogue's texts. */
    private static Set<String> pieces(String language) {
        return catalogue(language)
                .flatMap(ARGUMENT::splitAsStream)
                .map(piece -> piece.replace("''", "'").strip())
                .filter(piece -> piece.length() >= MIN_PIECE)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> catalogue(String language) {
        try {
            List<String> texts = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:i18n/*_" + language + ".properties")) {
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    Properties properties = new Properties();
                    properties.load(reader);
                    properties.values().forEach(text -> texts.add((String) text));
                }
            }
            return texts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
