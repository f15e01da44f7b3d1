package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.Text;

/** What a template knows besides its model: language, texts, links, who reads. One per answer. */
public final class Page {
    private static final String SIGN_IN = "/sign-in";
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** A link of the shell: where it leads, its text, and whether it is this page. */
    public record Link(String address, String label, boolean current) {}

    private final Furniture furniture;
    private final Language language;
    private final Actor actor;
    private final String path;
    private final String addressed;
    private final String query;

    Page(Furniture furniture, HttpServletRequest request, Actor actor, Object model) {
        this.furniture = furniture;
        this.language = RequestLanguage.of(request);
        this.actor = actor;
        this.path = pathOf(furniture.openings().of(request));
        this.addressed = model instanceof Addressed known ? known.query() : "";
        this.query = queryOf(request).orElse(addressed);
    }

    /** A text of the catalogues in the page's language. */
    public String say(String key, Object... arguments) {
        return furniture.messages().say(language, key, arguments);
    }

    /** A text that exists in both languages, in the page's. */
    public String say(Text text) {
        return text.in(language);
    }

    /** What is wrong with a field, if anything. */
    public Optional<String> say(FormErrors errors, String field) {
        return errors.in(field)
                .map(error -> say(error.messageKey(), error.arguments().toArray()));
    }

    public Language language() {
        return language;
    }

    public Actor actor() {
        return actor;
    }

    /** The address of a page of ours in the page's language: {@code /ententes} becomes {@code /fr/ententes}. */
    public String link(String path) {
        return "/" + language.code() + path;
    }

    /** This page in the other language; of a page that answers a form, the page that has the form. */
    public String inOtherLanguage() {
        return "/" + language.other().code() + path + query;
    }

    /** Where one signs in; from a page of signing in, to where that one leads on. */
    public String signIn() {
        return link(SIGN_IN) + (path.startsWith(SIGN_IN) ? addressed : "");
    }

    /** The address of a file under {@code assets/}, with the hash of its content in it. */
    public String asset(String name) {
        return furniture.asset(name);
    }

    /** The address of the style sheet with the node's theme. */
    public String theme() {
        return furniture.theme().address();
    }

    /**
     * The day of a moment: {@code 2026-11-22}. Documents and credentials write a calendar date as its first moment in UTC;
     * such a moment is that date everywhere, any other the day that it is at the node.
     */
    public String date(Instant instant) {
        boolean isCalendarDate = instant.equals(instant.truncatedTo(ChronoUnit.DAYS));
        return date(LocalDate.ofInstant(
                instant, isCalendarDate ? ZoneOffset.UTC : furniture.settings().zone()));
    }

    /** A day as it is written in both languages: {@code 2026-11-22}. */
    public String date(LocalDate day) {
        return day.toString();
    }

    /** Day and time at the node: {@code 2026-11-22 14:05}. */
    public String dateAndTime(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(furniture.settings().zone()));
    }

    /** The node's name. */
    public String nodeName() {
        return furniture.identity().name().in(language);
    }

    /** Who stands behind the node; {@code ""} when the theme does not say. */
    public String footer() {
        Text footer = furniture.settings().theme().footer();
        return footer == null ? "" : footer.in(language);
    }

    /** Whom people ask for help; {@code ""} when the node names nobody. */
    public String contact() {
        return furniture.settings().contact();
    }

    /** The entries that this reader sees. */
    public List<Link> navigation() {
        return furniture.navigation().stream()
                .filter(entry -> entry.audience().includes(actor))
                .map(entry -> new Link(link(entry.path()), say(entry.messageKey()), entry.contains(path)))
                .toList();
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return NavigationEntry.Audience.SIGNED_IN.includes(actor);
    }

    /** Whether one can sign in at this node. */
    public boolean canSignIn() {
        return furniture.canSignIn();
    }

    /** The query of an address that was opened; empty when a form was sent to it. */
    private static Optional<String> queryOf(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return request.getMethod().equals("GET") ? Optional.of(query) : Optional.empty();
    }

    private static String pathOf(String address) {
        boolean named = RequestLanguage.inAddress(address).isPresent();
        return named ? address.substring("/fr".length()) : "";
    }
}
