package org.entente.node.wallet.outside;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.entente.node.kernel.Origins;

/**
 * Resolves names to addresses of the public internet only. It is asked at the moment of connecting and the connection
 * goes to the address it gave, so that a name cannot change its meaning between check and use.
 */
final class PublicAddresses implements DnsResolver {
    private final boolean loopback;

    /** @param loopback whether {@code localhost} names may be reached: on a node that itself runs on one */
    PublicAddresses(boolean loopback) {
        this.loopback = loopback;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        boolean own = loopback && Origins.isLoopbackName(host);
        for (InetAddress address : addresses) {
            if (!(own ? address.isLoopbackAddress() : isPublic(address))) {
                throw new RefusedAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Whether the address is reachable by everyone (the special-purpose registries of RFC 6890). */
    static boolean isPublic(InetAddress address) {
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

    /** A name that means a place inside a network. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(String host) {
            super(host);
        }
    }
}
