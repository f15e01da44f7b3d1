package org.entente.node.people;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address (RFC 5321 §4.1.2, RFC 6531): an unquoted local part, which may be in any script, and a domain name.
 *
 * @param value as the person wrote it
 */
public record EmailAddress(String value) {
    /** RFC 5321 §4.5.3.1.3. */
    private static final int MAX_LENGTH = 254;

    private static final Pattern LOCAL = Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public EmailAddress {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** Reads an address; white space around it does not count. Empty when it is none. */
    public static Optional<EmailAddress> parse(String text) {
        String stripped = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        return isWellFormed(stripped) ? Optional.of(new EmailAddress(stripped)) : Optional.empty();
    }

    /** The form in which two spellings of one account are equal: upper and lower case do not matter. */
    public String account() {
        int at = value.lastIndexOf('@');
        return value.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain(value);
    }

    /** The address as it goes to a mail server: the domain in ASCII. */
    String forTransport() {
        return value.substring(0, value.lastIndexOf('@')) + "@" + domain(value);
    }

    private static boolean isWellFormed(String value) {
        int at = value.lastIndexOf('@');
        if (at < 1 || value.length() > MAX_LENGTH) {
            return false;
        }
        String local = value.substring(0, at);
        return LOCAL.matcher(local).matches()
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && DOMAIN.matcher(domain(value)).matches();
    }

    private static String domain(String value) {
        try {
            return IDN.toASCII(value.substring(value.lastIndexOf('@') + 1)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Never the address: it is a personal datum. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
