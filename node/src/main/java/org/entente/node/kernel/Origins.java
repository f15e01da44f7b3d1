package org.entente.node.kernel;

import java.net.URI;
import java.util.Locale;

/**
 * Which addresses we speak to and answer at. The one place with the rule on plain http: it is accepted for
 * {@code localhost} and {@code *.localhost}, which resolve to loopback (RFC 6761 §6.3), and nowhere else.
 */
public final class Origins {
    private static final int MAX_LENGTH = 2048;

    private Origins() {}

    /** Whether the address is absolute, without user info or fragment, and https, or http on loopback by name. */
    public static boolean isAcceptable(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        if (scheme == null || host == null || address.toString().length() > MAX_LENGTH) {
            return false;
        }
        boolean safe = scheme.equals("https") || (scheme.equals("http") && isLoopbackName(host));
        return safe && address.getRawUserInfo() == null && address.getRawFragment() == null;
    }

    /** Whether the address is acceptable and has neither path nor query. */
    public static boolean isOrigin(URI address) {
        return isAcceptable(address)
                && (address.getRawPath() == null || address.getRawPath().isEmpty())
                && address.getRawQuery() == null;
    }

    /** The origin of an acceptable address: scheme, host and port. */
    public static URI of(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return URI.create(address.getScheme() + "://" + address.getHost() + port);
    }

    /** Whether the name means this machine wherever it is asked. */
    public static boolean isLoopbackName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.endsWith(".localhost");
    }
}
