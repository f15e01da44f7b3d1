package org.entente.node.signin.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.Secrets;
import org.entente.node.keys.Keys;
import org.entente.node.web.HostCookies;
import org.entente.node.web.ReturnAddress;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;

/**
 * Keeps in the browser that asked, sealed and for a while, the addresses to which signing in leads back. What stands in
 * addresses, forms and the database meanwhile is a handle that is worth nothing in another browser.
 */
@Component
class KeptReturns implements ReturnAddress {
    /** The page that leads back, without its language. */
    static final String PATH = "/sign-in/resume/";

    /** As long as a code by mail and its second try take. */
    private static final Duration KEPT = Duration.ofMinutes(30);

    private static final String PREFIX = "entente-return-";
    private static final String PURPOSE = "signin return";
    private static final int HANDLE_LENGTH = 16;

    /** A browser sends all its cookies with each request, so it keeps few of them. */
    private static final int MOST_AT_ONCE = 3;

    /**
     * The longest address that is kept, in characters: an offer by value, with a token of an authorization server in it. Sealed
     * it is a cookie of 3,600; a browser keeps 4,096.
     */
    private static final int MAX_LENGTH = 2600;

    /**
     * How long all that is kept may be together, in characters, names and values: two of the longest. All cookies are one line
     * of a request's header, and many a proxy takes no line of more than 8,192.
     */
    private static final int MAX_TOGETHER = 7300;

    private static final int LANGUAGE_LENGTH = "/fr".length();

    private final HostCookies cookies;
    private final Keys keys;
    private final Secrets secrets;
    private final InstantSource clock;

    KeptReturns(HostCookies cookies, Keys keys, Secrets secrets, InstantSource clock) {
        this.cookies = cookies;
        this.keys = keys;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** What is too long to keep, or no address, as a browser sends it that was given one by hand, leads back to the page without its query. */
    @Override
    public String keep(String path, String query, HttpServletRequest request, HttpServletResponse response) {
        String address = path + "?" + query;
        if (address.length() > MAX_LENGTH || !isAddress(address)) {
            return path;
        }
        String handle = secrets.token().substring(0, HANDLE_LENGTH);
        String sealed = sealed(handle, clock.instant().plus(KEPT), address);
        List<String> others = cookies.names(request, PREFIX);
        if (others.size() >= MOST_AT_ONCE || length(handle, sealed) + length(others, request) > MAX_TOGETHER) {
            others.forEach(name -> cookies.clear(response, name));
        }
        cookies.set(response, PREFIX + handle, sealed, KEPT);
        return path.substring(0, LANGUAGE_LENGTH) + PATH + handle;
    }

    /** Takes out what was kept under a handle: an address of ours without its language. */
    Optional<String> take(String handle, HttpServletRequest request, HttpServletResponse response) {
        String name = PREFIX + handle;
        Optional<String> kept = cookies.value(request, name);
        kept.ifPresent(value -> cookies.clear(response, name));
        return kept.flatMap(value -> opened(handle, value)).map(address -> address.substring(LANGUAGE_LENGTH));
    }

    private int length(List<String> names, HttpServletRequest request) {
        return names.stream()
                .mapToInt(name ->
                        name.length() + cookies.value(request, name).orElse("").length())
                .sum();
    }

    private static int length(String handle, String sealed) {
        return PREFIX.length() + handle.length() + sealed.length();
    }

    private static boolean isAddress(String address) {
        try {
            return !new URI(address).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private String sealed(String handle, Instant until, String address) {
        String text = until.getEpochSecond() + " " + address;
        byte[] sealed = keys.seal(purpose(handle), text.getBytes(StandardCharsets.UTF_8));
        return Base64Url.encode(sealed);
    }

    private Optional<String> opened(String handle, String value) {
        try {
            byte[] opened = keys.open(purpose(handle), Base64Url.decode(value));
            String text = new String(opened, StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            Instant until = Instant.ofEpochSecond(Long.parseLong(text.substring(0, space)));
            return clock.instant().isBefore(until) ? Optional.of(text.substring(space + 1)) : Optional.empty();
        } catch (ProtocolError | IllegalStateException forged) {
            return Optional.empty();
        }
    }

    private static String purpose(String handle) {
        return PURPOSE + " " + handle;
    }
}
