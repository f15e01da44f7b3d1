package org.entente.node.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that a request comes from, as far as one can tell one caller from another. */
public final class CallerNetwork {
    /**
     * Networks give a household up to a /56 (RFC 6177 §2): its addresses count as one. By /64, one household would count as
     * 256 (ADR 173).
     */
    private static final int IPV6_PREFIX_BYTES = 7;

    private CallerNetwork() {}

    /** The network of the request's sender, behind the proxies that the operator trusts. */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** The network of an address: an IPv4 address itself, the /56 of an IPv6 address. */
    static String of(String remoteAddress) {
        try {
            byte[] address = InetAddress.ofLiteral(remoteAddress).getAddress();
            return HexFormat.of().formatHex(address.length == 16 ? Arrays.copyOf(address, IPV6_PREFIX_BYTES) : address);
        } catch (IllegalArgumentException e) {
            return remoteAddress;
        }
    }
}
