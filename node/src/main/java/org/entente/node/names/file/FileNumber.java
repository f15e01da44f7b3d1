package org.entente.node.names.file;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.entente.node.kernel.PersonId;

/**
 * The number of a person's file of names, which they can read to an officer who cannot write their name: the first 48 bits of
 * the person's random id, as twelve signs from 0 to 9 and A to F. Two persons may have the same; that is one in 281 million
 * million for two of them, and what is found by it is a list.
 *
 * @param value twelve digits of base sixteen, in capitals
 */
public record FileNumber(String value) {
    private static final Pattern VALUE = Pattern.compile("[0-9A-F]{12}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00A0\\u202F\\-–]");
    private static final int MOST_WRITTEN = 40;
    private static final int REST = 16;

    /** @throws IllegalArgumentException when it is no such number */
    public FileNumber {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("twelve digits of base sixteen");
        }
    }

    /** That of a person's file. */
    public static FileNumber of(PersonId person) {
        return new FileNumber(capitals(person.toString().replace("-", "").substring(0, 12)));
    }

    /** What somebody wrote down as they heard it: with or without spaces and hyphens, in capitals or not. Empty when it is none. */
    public static Optional<FileNumber> read(String written) {
        if (written.length() > MOST_WRITTEN) {
            return Optional.empty();
        }
        String plain = capitals(BETWEEN.matcher(written).replaceAll(""));
        return VALUE.matcher(plain).matches() ? Optional.of(new FileNumber(plain)) : Optional.empty();
    }

    private static String capitals(String text) {
        return UCharacter.toUpperCase(ULocale.ROOT, text);
    }

    /** In three groups, as it is read aloud. */
    public String grouped() {
        return value.substring(0, 4) + " " + value.substring(4, 8) + " " + value.substring(8);
    }

    /** The first id that has it. */
    UUID first() {
        return new UUID(Long.parseUnsignedLong(value, 16) << REST, 0);
    }

    /** The last one. */
    UUID last() {
        return new UUID((Long.parseUnsignedLong(value, 16) << REST) | 0xFFFF, -1);
    }

    /** Not the number, which is a person's. */
    @Override
    public String toString() {
        return "FileNumber[…]";
    }
}
