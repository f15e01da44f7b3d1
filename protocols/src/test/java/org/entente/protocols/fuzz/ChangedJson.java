package org.entente.protocols.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.entente.protocols.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Changes one place of a JSON value: takes it away, puts something odd there, moves things, or changes a text within. */
final class ChangedJson {
    /** Stands where something is written that no tree can hold: a repeated name, a number too large, half a character. */
    private static final String RAW = "@@raw@@";

    private final SplittableRandom random;
    private final Inside inside;

    /** Changes a text that a value holds. */
    interface Inside {
        String changed(String text, int layer);
    }

    /** A member or an element. */
    private record Place(JsonNode parent, String name, int index) {
        JsonNode value() {
            return parent instanceof ObjectNode object ? object.path(name) : parent.path(index);
        }

        void put(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else if (parent instanceof ArrayNode array) {
                array.set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(name);
            } else if (parent instanceof ArrayNode array) {
                array.remove(index);
            }
        }
    }

    ChangedJson(SplittableRandom random, Inside inside) {
        this.random = random;
        this.inside = inside;
    }

    /** The value, which is this method's to change, with one change, as it is written. */
    String change(JsonNode root, int layer) {
        List<Place> places = new ArrayList<>();
        collect(root, places);
        if (places.isEmpty()) {
            return pick(Oddities.VALUES);
        }
        Place place = pick(places);
        JsonNode value = place.value();
        switch (random.nextInt(10)) {
            case 0 -> place.remove();
            case 1 -> place.put(pick(places).value().deepCopy());
            case 2 -> place.put(wrapped(value.deepCopy()));
            case 3 -> rename(place);
            case 4 -> {
                String text = Json.write(root);
                int brace = text.indexOf('{') + 1;
                return text.substring(0, brace) + "\"" + nameNear(place) + "\":" + pick(Oddities.VALUES) + ","
                        + text.substring(brace);
            }
            case 5 -> {
                place.put(StringNode.valueOf(RAW));
                return Json.write(root).replace("\"" + RAW + "\"", pick(Oddities.VALUES));
            }
            case 6 -> multiply(place);
            default -> {
                if (value.isString()) {
                    place.put(StringNode.valueOf(inside.changed(value.stringValue(), layer)));
                } else {
                    place.put(StringNode.valueOf(RAW));
                    return Json.write(root).replace("\"" + RAW + "\"", pick(Oddities.VALUES));
                }
            }
        }
        return Json.write(root);
    }

    private void rename(Place place) {
        if (place.parent() instanceof ObjectNode object) {
            JsonNode value = place.value();
            if (random.nextBoolean()) {
                object.remove(place.name());
            }
            object.set(pick(Oddities.NAMES), value.deepCopy());
        }
    }

    private void multiply(Place place) {
        if (place.parent() instanceof ArrayNode array && array.size() < 1000) {
            JsonNode value = place.value();
            for (int i = random.nextInt(600); i > 0; i--) {
                array.add(value.deepCopy());
            }
        }
    }

    private JsonNode wrapped(JsonNode value) {
        JsonNode result = value;
        for (int i = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 2); i > 0; i--) {
            result = random.nextBoolean()
                    ? Json.newArray().add(result)
                    : Json.newObject().set("a", result);
        }
        return result;
    }

    private String nameNear(Place place) {
        boolean repeated = place.parent() instanceof ObjectNode && random.nextBoolean();
        return (repeated ? place.name() : pick(Oddities.NAMES)).replaceAll("[\\\\\"]", "");
    }

    private static void collect(JsonNode node, List<Place> places) {
        switch (node) {
            case ObjectNode object -> {
                for (String name : object.propertyNames()) {
                    places.add(new Place(object, name, 0));
                    collect(object.path(name), places);
                }
            }
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    places.add(new Place(array, "", i));
                    collect(array.path(i), places);
                }
            }
            default -> {
                // A leaf has no places of its own.
            }
        }
    }

    private <T> T pick(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
