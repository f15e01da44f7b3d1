package org.entente.node.agreements.held;

import java.util.Arrays;
import java.util.LinkedHashMap;
import org.entente.node.agreements.document.Entente;
import org.entente.protocols.json.Json;

/**
 * The texts that this process has read, so that each is parsed and held against its schema once, however often it is asked
 * for; those that nobody asked for longest are forgotten.
 */
final class Texts {
    private static final int MOST = 200;

    private final LinkedHashMap<String, Entente> read = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * A text.
     *
     * @param hash its name in the database
     * @param document what the database has under it; other bytes than before are read anew
     */
    Entente read(String hash, byte[] document) {
        synchronized (read) {
            Entente before = read.get(hash);
            if (before != null && Arrays.equals(before.canonical(), document)) {
                return before;
            }
        }
        Entente text = Entente.parse(Json.object(document));
        synchronized (read) {
            read.put(hash, text);
            if (read.size() > MOST) {
                read.pollFirstEntry();
            }
        }
        return text;
    }
}
