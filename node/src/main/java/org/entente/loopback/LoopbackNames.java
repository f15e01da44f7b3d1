package org.entente.loopback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;
import org.entente.node.kernel.Origins;

/** Resolves names under {@code localhost} to 127.0.0.1 and leaves all others to the platform. */
public final class LoopbackNames extends InetAddressResolverProvider {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new Resolver(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "loopback names";
    }

    private record Resolver(InetAddressResolver platform) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
            if (Origins.isLoopbackName(host)) {
                return Stream.of(InetAddress.getByAddress(host, LOOPBACK));
            }
            return platform.lookupByName(host, policy);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return platform.lookupByAddress(address);
        }
    }
}
