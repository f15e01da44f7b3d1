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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What differs between two texts: their paragraphs, what their clauses say, and what they state of the parties. */
public record Difference(
        Entente before, Entente after, List<Change> paragraphs, List<Change> clauses, List<Change> parties) {
    public Difference {
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
                paragraphs,
                properties(before.clauses(), after.clauses(), Clause::number, Properties::of),
                properties(before.parties(), after.parties(), Party::key, Properties::of));
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

    /** The JSON form: the two hashes, and three lists. */
    ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("before", before.hash()).put("after", after.hash());
        put(json, "paragraphs", paragraphs);
        put(json, "clauses", clauses);
        put(json, "parties", parties);
        return json;
    }

    private static void put(ObjectNode json, String member, List<Change> changes) {
        ArrayNode array = json.putArray(member);
        changes.forEach(change -> array.add(change.toJson()));
    }
}
