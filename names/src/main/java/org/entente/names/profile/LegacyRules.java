package org.entente.names.profile;

import java.util.Map;

/**
 * What a community wants written for its letters where a system cannot write them. An empty text means: leave it out.
 *
 * @param mrz for the machine-readable zone of travel documents: A to Z
 * @param latin1 for ISO 8859-1
 * @param ascii for ASCII
 */
public record LegacyRules(Map<String, String> mrz, Map<String, String> latin1, Map<String, String> ascii) {
    /** The community has said nothing. */
    public static final LegacyRules NONE = new LegacyRules(Map.of(), Map.of(), Map.of());

    public LegacyRules {
        mrz = Ordered.map(mrz);
        latin1 = Ordered.map(latin1);
        ascii = Ordered.map(ascii);
    }
}
