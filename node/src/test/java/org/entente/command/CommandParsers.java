package org.entente.command;

import java.util.List;
import java.util.Optional;
import org.entente.protocols.fuzz.Parser;

/** The readers of what the command fetches from other systems. */
public final class CommandParsers {
    private CommandParsers() {}

    public static List<Parser> all() {
        return List.of(Parser.ofTyped(
                "openapi-yaml",
                CommandParsers::openApi,
                "openapi: 3.1.0\ninfo: &a {title: 'ʔaq̓am', since: 1987-06-15}\nalso: [*a, 0x1F, !!binary YQ==]\n"));
    }

    private static Optional<String> openApi(String document) {
        try {
            YamlDocument.read(document);
            return Optional.of("");
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
