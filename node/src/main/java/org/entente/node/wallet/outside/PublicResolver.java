package org.entente.node.wallet.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.entente.node.kernel.PublicAddresses;

/**
 * Resolves names to addresses of the public internet only. It is asked at the moment of connecting and the connection
 * goes to the address it gave, so that a name cannot change its meaning between check and use.
 */
final class PublicResolver implements DnsResolver {
    private final boolean loopback;

    /** @param loopback whether {@code localhost} names may be reached: on a node that itself runs on one */
    PublicResolver(boolean loopback) {
        this.loopback = loopback;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress address : addresses) {
            if (!PublicAddresses.mayReach(host, address, loopback)) {
                throw new RefusedAddressException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** A name that means a place inside a network. */
    static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(String host) {
            super(host);
        }
    }
}
