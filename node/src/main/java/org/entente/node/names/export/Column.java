package org.entente.node.names.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.names.NamePart;
import org.entente.node.kernel.Language;
import org.entente.node.web.Messages;

/** What a file of names says of each; the forms for other systems stand in further columns, a column for each system. */
public enum Column {
    FULL,
    SHOWN,
    KIND,
    ORTHOGRAPHY,
    LANGUAGE,
    MONONYM,
    GIVEN,
    FAMILY,
    CLAN,
    PATRONYM,
    OTHER,
    RESPELLING,
    RESPELLED_IN,
    IPA,
    SINCE,
    UNTIL,
    WRITINGS;

    /** The column of a part. */
    public static Column of(NamePart.Role role) {
        return valueOf(role.name());
    }

    /** The key of its heading. */
    String key() {
        return "names.csv." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The column that has this heading in either language. */
    static Optional<Column> headed(String heading, Messages messages) {
        return Arrays.stream(values())
                .filter(column -> Stream.of(Language.values())
                        .anyMatch(
                                language -> messages.say(language, column.key()).equals(heading)))
                .findFirst();
    }
}
