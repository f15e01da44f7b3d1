package org.entente.node.agreements.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Paragraph;
import org.entente.node.agreements.document.Party;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What differs between two texts: what they say as a whole, their paragraphs, what their clauses say, what they state of the
 * parties, their worked examples.
 */
public record Difference(
        Entente before,
        Entente after,
        List<Change> whole,
        List<Change> paragraphs,
        List<Change> clauses,
        List<Change> parties,
        List<Change> examples) {
    public Difference {
        whole = List.copyOf(whole);
        examples = List.copyOf(examples);
        paragraphs = List.copyOf(paragraphs);
        clauses = List.copyOf(clauses);
        parties = List.copyOf(parties);
    }

    static Difference between(Entente before, Entente after) {
        Text words = Messages.ofProgram().text("agreements.diff.words");
        List<Change> paragraphs = new ArrayList<>();
        compare(texts(before), texts(after), (number, was, is) -> paragraphs.add(new Change(number, words, was, is)));
        return new Difference(
                before,
                after,
                properties(List.of(before), List.of(after), Entente::name, Properties::of),
                paragraphs,
                properties(before.clauses(), after.clauses(), Clause::number, Properties::of),
                properties(before.parties(), after.parties(), Party::key, Properties::of),
                properties(
                        examples(before), examples(after), Example::number, one -> Properties.ofExample(one.json())));
    }

    /** A worked example, by its place from 1 on. */
    private record Example(String number, JsonNode json) {}

    private static List<Example> examples(Entente entente) {
        List<Example> examples = new ArrayList<>();
        for (JsonNode json : entente.json().path("golden_cases")) {
            examples.add(new Example(String.valueOf(examples.size() + 1), json));
        }
        return examples;
    }

    private static Map<String, Text> texts(Entente entente) {
        return entente.paragraphs().stream()
                .collect(Collectors.toMap(Paragraph::number, Paragraph::text, (one, other) -> one, LinkedHashMap::new));
    }

    private static <T> List<Change> properties(
            List<T> before, List<T> after, Function<T, String> name, Function<T, Map<String, Text>> properties) {
        List<Change> changes = new ArrayList<>();
        Map<String, T> were = byName(before, name);
        Map<String, T> are = byName(after, name);
        for (String each : union(were.keySet(), are.keySet())) {
            compare(
                    Optional.ofNullable(were.get(each)).map(properties).orElseGet(Map::of),
                    Optional.ofNullable(are.get(each)).map(properties).orElseGet(Map::of),
                    (property, was, is) -> changes.add(new Change(
                            each, Messages.ofProgram().text("agreements.diff.property." + property), was, is)));
        }
        return changes;
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, one -> one, (one, other) -> one, LinkedHashMap::new));
    }

    /** Takes what differs. */
    private interface Taker {
        void take(String key, Optional<Text> was, Optional<Text> is);
    }

    private static void compare(Map<String, Text> before, Map<String, Text> after, Taker taker) {
        for (String key : union(before.keySet(), after.keySet())) {
            Optional<Text> was = Optional.ofNullable(before.get(key));
            Optional<Text> is = Optional.ofNullable(after.get(key));
            if (!was.equals(is)) {
                taker.take(key, was, is);
            }
        }
    }

    private static Set<String> union(Set<String> before, Set<String> after) {
        Set<String> all = new LinkedHashSet<>(before);
        all.addAll(after);
        return all;
    }

    /** The JSON form: the two hashes, and five lists. */
    ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("before", before.hash()).put("after", after.hash());
        put(json, "whole", whole);
        put(json, "paragraphs", paragraphs);
        put(json, "clauses", clauses);
        put(json, "parties", parties);
        put(json, "golden_cases", examples);
        return json;
    }

    private static void put(ObjectNode json, String member, List<Change> changes) {
        ArrayNode array = json.putArray(member);
        changes.forEach(change -> array.add(change.toJson()));
    }
}
