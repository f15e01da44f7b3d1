package org.entente.node.names;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.entente.names.barrier.probe.Ability;
import org.entente.names.barrier.probe.Door;
import org.entente.names.barrier.probe.Entry;
import org.entente.names.barrier.probe.Output;
import org.entente.names.barrier.probe.Reply;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * All forms of a node in which a person's name is written or comes out, as a door for the audit: without scripts, as far as a
 * name that is kept. Some of the fields take the probes.
 */
final class OwnDoor implements Door {
    /** A person's file has room for 20. */
    private static final int NAMES_OF_A_PERSON = 15;

    static final String FULL = "full";

    /** The names of which the audit reads the order end so; a form that they have in common brings them into one list. */
    private static final String LISTED = "ı";

    private static final String LISTED_AS = "WEKWEETI";

    /** Where a name comes out as it is kept, and where its parts do. */
    private static final List<String> WHOLE = List.of("list", "forms", "history", "officer", "found");

    private final NamesNode names;
    private final List<String> fields;
    private final TestPerson officer;
    private final Map<String, Kept> kept = new HashMap<>();
    private TestPerson person;
    private int written;

    /** A name that is kept, and what its bearer saw on the way. */
    private record Kept(TestPerson person, String path, Map<String, String> draft, Map<String, String> check) {
        /** The name by its bearer's own letters. */
        String full() {
            return check.getOrDefault(FULL, "");
        }
    }

    private OwnDoor(NamesNode names, List<String> fields) {
        this.names = names;
        this.fields = fields;
        this.officer = names.signedIn(NamesNode.AUDITOR);
        this.person = names.person();
    }

    /** Where names are written whole. */
    static OwnDoor ofNames(NamesNode names) {
        return new OwnDoor(names, List.of(FULL));
    }

    /** Where their parts are written, beside a name that is no probe. */
    static OwnDoor ofParts(NamesNode names) {
        return new OwnDoor(names, List.of("given", "family"));
    }

    @Override
    public Set<Ability> abilities() {
        return fields.contains(FULL)
                ? EnumSet.of(
                        Ability.BOUNDARY,
                        Ability.PARTS,
                        Ability.SEARCH,
                        Ability.LIST,
                        Ability.MATCH,
                        Ability.RENAME,
                        Ability.FORM,
                        Ability.ANSWERS)
                : EnumSet.of(Ability.BOUNDARY);
    }

    @Override
    public Set<Output.Kind> kinds() {
        return EnumSet.of(
                Output.Kind.DATA,
                Output.Kind.SHOWN,
                Output.Kind.FILE,
                Output.Kind.MRZ,
                Output.Kind.CHANNEL,
                Output.Kind.HISTORY);
    }

    @Override
    public Reply register(Entry entry) {
        if (written++ % NAMES_OF_A_PERSON == NAMES_OF_A_PERSON - 1) {
            person = names.person();
        }
        Reply reply = record(person, entry.full(), entry.alone() ? "" : Entry.OTHER_PART);
        String asked = entry.full().endsWith(LISTED) ? LISTED_AS : entry.form();
        if (reply instanceof Reply.Accepted(String reference) && !asked.isEmpty()) {
            HttpResponse<String> approved =
                    person.press(reference + "/forms", Map.of("channel", "ascii-40", "value", asked));
            return approved.statusCode() == 303 ? reply : OwnPages.refused(approved);
        }
        return reply;
    }

    /** @param given beside a whole name; where parts are the probes, these alone */
    private Reply record(TestPerson bearer, String probe, String given) {
        String draft = bearer.begin();
        Map<String, String> form = new HashMap<>(Map.of("action", "continue"));
        if (fields.contains(FULL)) {
            form.put("given", given);
        }
        fields.forEach(field -> form.put(field, probe));
        HttpResponse<String> answer = bearer.write(
                draft, form.getOrDefault(FULL, "Chibougamau"), TestOrthographies.writing(probe), "used", form);
        if (answer.statusCode() != 303) {
            return OwnPages.refused(answer);
        }
        Map<String, String> again = each(bearer.page(draft), OwnPages::field);
        Map<String, String> check = each(bearer.page(draft + "/check"), OwnPages::name);
        HttpResponse<String> recorded = bearer.press(draft + "/check", OwnPages.ticked(bearer.page(draft + "/check")));
        if (recorded.statusCode() != 303) {
            return OwnPages.refused(recorded);
        }
        String path = TestPerson.path(recorded);
        kept.put(path, new Kept(bearer, path, again, check));
        return new Reply.Accepted(path);
    }

    /** The new name is recorded and the old one put away, as one who takes a name back does. */
    @Override
    public Reply rename(String reference, String full) {
        Kept before = kept(reference);
        Reply reply = record(before.person(), full, Entry.OTHER_PART);
        before.person().press(reference + "/former", Map.of());
        return reply;
    }

    @Override
    public List<Output> outputs(String reference, Set<Output.Kind> kinds) {
        Kept name = kept(reference);
        List<Output> outputs = new ArrayList<>();
        for (Output.Kind kind : kinds) {
            switch (kind) {
                case DATA -> outputs.addAll(data(name));
                case SHOWN ->
                    each(name.person().page(reference), OwnPages::name)
                            .forEach((field, text) -> outputs.add(OwnPages.output("page " + field, kind, text)));
                case MRZ ->
                    outputs.addAll(
                            OwnPages.forms(name.person(), reference, kind, List.of("icao-mrz-td3", "icao-mrz-td1")));
                case CHANNEL -> {
                    outputs.addAll(OwnPages.forms(
                            name.person(), reference, kind, List.of("latin1-150", "ascii-40", "agency-health-card")));
                    outputs.addAll(approved(name));
                }
                case FILE -> {
                    name.person().press(reference + "/show", Map.of());
                    outputs.addAll(OwnFiles.outputs(name.person(), fields));
                }
                case HISTORY ->
                    outputs.add(OwnPages.output(
                            "former", kind, OwnPages.text(name.person().page("/names"), "details .name")));
                default -> throw new IllegalArgumentException("no such output: " + kind);
            }
        }
        return outputs;
    }

    /** One form, approved as it is proposed, wherever the node gives it out. */
    private List<Output> approved(Kept name) {
        TestPerson bearer = name.person();
        String proposed = bearer.page(name.path() + "/forms")
                .expectFirst("#field-form-ascii-40")
                .val();
        if (!fields.contains(FULL) || proposed.isEmpty()) {
            return List.of();
        }
        bearer.press(name.path() + "/forms", Map.of("channel", "ascii-40", "value", proposed));
        bearer.press(name.path() + "/show", Map.of());
        Document found = looked("number", OwnPages.text(bearer.page("/names"), ".file-number"));
        String page = found.expectFirst("tbody th a").attr("href").substring("/en".length());
        return OwnFiles.forms(bearer, OwnPages.text(officer.page(page), "ul.plain > li:first-child dl code"));
    }

    private List<Output> data(Kept name) {
        TestPerson bearer = name.person();
        Map<String, Map<String, String>> texts = new TreeMap<>(Map.of(
                "draft", name.draft(),
                "check", name.check(),
                "page", each(bearer.page(name.path()), OwnPages::name),
                "correction", each(bearer.page(correction(name)), OwnPages::field)));
        if (fields.contains(FULL)) {
            bearer.press(name.path() + "/show", Map.of());
            WHOLE.forEach(outlet -> texts.put(outlet, Map.of(FULL, whole(outlet, name))));
        }
        List<Output> outputs = new ArrayList<>();
        texts.forEach((outlet, fields) -> fields.forEach(
                (field, text) -> outputs.add(OwnPages.output(outlet + " " + field, Output.Kind.DATA, text))));
        return outputs;
    }

    /** Nothing of an audit is found by another. */
    @Override
    public void close() {
        kept.values().forEach(name -> name.person().press(name.path() + "/remove", Map.of()));
    }

    private static String correction(Kept name) {
        String id = name.path().substring("/names/".length());
        return TestPerson.path(name.person().press("/names/drafts", Map.of("corrects", id)));
    }

    private String whole(String outlet, Kept name) {
        TestPerson bearer = name.person();
        return switch (outlet) {
            case "list" -> OwnPages.text(bearer.page("/names"), "h2:has(a[href$=" + name.path() + "]) .name");
            case "forms" -> OwnPages.text(bearer.page(name.path() + "/forms"), "p.shown .name");
            case "history" ->
                bearer.page("/names/history").expectFirst("tbody .name").wholeText();
            case "officer" ->
                officer.page(personsPage(name)).expectFirst("h2 .name").wholeText();
            case "found" ->
                found(name.full(), "").stream()
                        .filter(name.full()::equals)
                        .findFirst()
                        .orElse("");
            default -> throw new IllegalArgumentException(outlet);
        };
    }

    /** As an officer comes there: by the list that a search gives. */
    private String personsPage(Kept name) {
        return looked("name", name.full()).select("tbody tr").stream()
                .filter(row -> row.select(".name").first() instanceof Element first
                        && first.wholeText().equals(name.full())
                        && row.select(".name").last() instanceof Element shown
                        && shown.wholeText().equals(name.full()))
                .map(row -> row.expectFirst("th a").attr("href").substring("/en".length()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not found by its own letters: " + name.path()));
    }

    @Override
    public List<String> search(String typed) {
        return found(typed, "");
    }

    /** As an officer sees names that are as like what was looked for as each other: in the order of the alphabet they chose. */
    @Override
    public List<String> list() {
        HttpResponse<String> answer =
                officer.press("/officers/names", Map.of("name", LISTED_AS, "orthography", "entente:dgr-draft"));
        return Jsoup.parse(answer.body()).select("tbody tr th .name").stream()
                .map(Element::wholeText)
                .toList();
    }

    /** Whom an officer is told to be perhaps the same; the node itself matches nobody. */
    @Override
    public List<String> match(String presented) {
        return found(presented, ":has(td:matches(the same))");
    }

    private List<String> found(String typed, String rows) {
        return looked("name", typed).select("tbody tr" + rows + " th .name").stream()
                .map(Element::wholeText)
                .toList();
    }

    private Document looked(String field, String typed) {
        return Jsoup.parse(
                officer.press("/officers/names", Map.of(field, typed)).body());
    }

    private Kept kept(String reference) {
        Kept name = kept.get(reference);
        if (name == null) {
            throw new IllegalArgumentException(reference);
        }
        return name;
    }

    private Map<String, String> each(Document page, BiFunction<Document, String, String> read) {
        Map<String, String> texts = new TreeMap<>();
        fields.forEach(field -> texts.put(field, read.apply(page, field)));
        return texts;
    }
}
