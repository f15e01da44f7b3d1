package org.entente.node.agreements.api;

import org.entente.node.agreements.rollover.KeyView;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes how it stands with the federation key. */
final class KeyJson {
    private KeyJson() {}

    static ObjectNode of(KeyView view) {
        ObjectNode json = Json.newObject().put("state", view.stage().code()).put("key", view.present());
        view.next().ifPresent(next -> json.put("next", next));
        view.before().ifPresent(before -> json.put("before", before));
        ArrayNode ententes = json.putArray("ententes");
        view.ententes()
                .forEach(line -> ententes.addObject()
                        .put("name", line.name())
                        .put("following", line.following().code())
                        .put("until", line.until().toString()));
        ArrayNode former = json.putArray("former");
        view.former()
                .forEach(key -> former.addObject()
                        .put("key", key.key().thumbprint())
                        .put("from", key.usedFrom().toString())
                        .put("until", key.usedUntil().toString()));
        return json;
    }
}
