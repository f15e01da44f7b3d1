package org.entente.node.trust.statement;

import java.util.List;
import java.util.Set;
import org.entente.protocols.fuzz.Parser;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The reader of what is asked of the list of subordinates; what it read is written and read again. */
public final class FilterParsers {
    private FilterParsers() {}

    public static List<Parser> all() {
        return List.of(Parser.ofText(
                "subordinate-filter",
                text -> written(SubordinateFilter.parse(parameters(text))),
                "entity_type=openid_provider\nentity_type=openid_credential_issuer\nintermediate=true",
                "trust_marked=true\ntrust_mark_type=https://quebec.example/ententes/one\nother=passed over",
                ""));
    }

    /** A parameter on each line. */
    private static MultiValueMap<String, String> parameters(String text) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        text.lines().forEach(line -> {
            int sign = line.indexOf('=');
            parameters.add(sign < 0 ? line : line.substring(0, sign), sign < 0 ? "" : line.substring(sign + 1));
        });
        return parameters;
    }

    private static String written(SubordinateFilter filter) {
        StringBuilder text = new StringBuilder();
        write(text, "entity_type", filter.entityTypes());
        write(text, "trust_mark_type", filter.trustMarkTypes());
        filter.intermediate()
                .forEach(value -> text.append("intermediate=").append(value).append('\n'));
        return text.append("trust_marked=").append(filter.trustMarked()).toString();
    }

    private static void write(StringBuilder text, String name, Set<String> values) {
        values.stream()
                .sorted()
                .forEach(value -> text.append(name).append('=').append(value).append('\n'));
    }
}
