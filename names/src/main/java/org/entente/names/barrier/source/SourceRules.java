package org.entente.names.barrier.source;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.names.barrier.Catalogue;
import org.entente.names.json.Json;
import org.entente.names.json.JsonMembers;

/** What a line looks like that puts up a barrier. */
final class SourceRules {
    private static final JsonMembers FILE = JsonMembers.of(Json.read(Catalogue.resource("source-rules.json")));

    /** What a line says that is about names. */
    private static final Pattern ABOUT_NAMES = Pattern.compile(FILE.text("aboutNames"));

    static final List<Rule> ALL = FILE.list("rules", SourceRules::rule);

    private SourceRules() {}

    /**
     * One rule.
     *
     * @param near whether the line has to be about names besides
     */
    record Rule(String barrier, boolean near, Pattern pattern) {}

    private static Rule rule(Object value) {
        JsonMembers in = JsonMembers.of(value).requireOnly("barrier", "anywhere", "pattern");
        return new Rule(
                in.text("barrier"),
                in.optional("anywhere").isEmpty(),
                Pattern.compile(in.text("pattern"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    static boolean isAboutNames(String line) {
        return ABOUT_NAMES.matcher(line).find();
    }
}
