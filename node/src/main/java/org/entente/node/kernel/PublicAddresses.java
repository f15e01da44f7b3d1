package org.entente.node.kernel;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which network addresses a client of ours may connect to. */
public final class PublicAddresses {
    private PublicAddresses() {}

    /**
     * Whether a connection to this address is allowed.
     *
     * @param host the name that led to the address
     * @param onLoopback whether this node itself runs on a {@code localhost} name and may reach others there
     */
    public static boolean mayReach(String host, InetAddress address, boolean onLoopback) {
        return onLoopback && Origins.isLoopbackName(host) ? address.isLoopbackAddress() : isPublic(address);
    }

    /** Whether the address is reachable by everyone (the special-purpose registries of RFC 6890). */
    public static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(b) : isPublicV6(b);
    }

    private static boolean isPublicV4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        return switch (first) {
            case 0 -> false;
            case 100 -> second < 64 || second > 127;
            case 192 -> second != 0 || (third != 0 && third != 2);
            case 198 -> second != 18 && second != 19 && !(second == 51 && third == 100);
            case 203 -> !(second == 0 && third == 113);
            default -> first < 224;
        };
    }

    /** Global unicast is 2000::/3; in it, the ranges that embed other addresses or document are left out. */
    private static boolean isPublicV6(byte[] b) {
        int first = (b[0] & 0xff) << 8 | (b[1] & 0xff);
        int second = (b[2] & 0xff) << 8 | (b[3] & 0xff);
        boolean globalUnicast = (first & 0xe000) == 0x2000;
        boolean special = (first == 0x2001 && (second < 0x0200 || second == 0x0db8))
                || first == 0x2002
                || (first == 0x3fff && second < 0x1000);
        return globalUnicast && !special;
    }
}
