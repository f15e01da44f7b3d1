package org.entente.node.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.entente.node.kernel.PublicAddresses;

/**
 * Resolves names to addresses that may be reached. It is asked once, at the moment of connecting, and the connection goes
 * to the address that it gave, so that a name cannot change its meaning between check and use. A name of which any address
 * lies inside a network is refused whole.
 *
 * @param onLoopback whether {@code localhost} names may be reached: on a node that itself runs on one
 * @param names where names are looked up
 */
record GuardedResolver(boolean onLoopback, DnsResolver names) implements DnsResolver {
    GuardedResolver(boolean onLoopback, Duration patience) {
        this(onLoopback, new PatientNames(SystemDefaultDnsResolver.INSTANCE, patience));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.resolve(host);
        for (InetAddress address : addresses) {
            if (!PublicAddresses.mayReach(host, address, onLoopback)) {
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
