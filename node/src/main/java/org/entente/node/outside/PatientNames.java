package org.entente.node.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up within a time. The platform's own look-up cannot be interrupted and waits as long as its name servers
 * please, so each has a thread of its own, which is left behind when the time is over; there is a bound to how many are.
 *
 * @param names where names are looked up
 * @param patience how long a look-up may take
 * @param lookups how many more may be under way
 */
record PatientNames(DnsResolver names, Duration patience, Semaphore lookups) implements DnsResolver {
    private static final int MOST_AT_ONCE = 64;

    PatientNames(DnsResolver names, Duration patience) {
        this(names, patience, new Semaphore(MOST_AT_ONCE));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (!lookups.tryAcquire()) {
            throw new UnknownHostException("too many names are being looked up");
        }
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> {
            try {
                return names.resolve(host);
            } finally {
                lookups.release();
            }
        });
        Thread.ofPlatform().daemon().name("outside-names").start(lookup);
        return answer(lookup);
    }

    private InetAddress[] answer(FutureTask<InetAddress[]> lookup) throws UnknownHostException {
        try {
            return lookup.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : failed("the name is not found");
        } catch (TimeoutException | CancellationException e) {
            throw failed("the name servers do not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted");
        }
    }

    private static UnknownHostException failed(String text) {
        return new UnknownHostException(text);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
