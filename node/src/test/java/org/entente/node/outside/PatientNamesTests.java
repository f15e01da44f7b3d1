package org.entente.node.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;

class PatientNamesTests {
    private final CountDownLatch answer = new CountDownLatch(1);

    /** Name servers that answer one name only when they please. */
    private final DnsResolver servers = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (host.equals("slow.example")) {
                waited();
            }
            if (host.equals("nobody.example")) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    @Test
    void who_is_slow_is_not_waited_for_and_holds_nobody_up() throws UnknownHostException {
        PatientNames names = new PatientNames(servers, Duration.ofMillis(200), new Semaphore(2));

        assertThatThrownBy(() -> names.resolve("slow.example")).isInstanceOf(UnknownHostException.class);
        assertThat(names.resolve("quick.example")).hasSize(1);
        assertThatThrownBy(() -> names.resolve("nobody.example")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void only_so_many_wait_at_once_and_there_is_room_again_when_they_have_ended() throws UnknownHostException {
        PatientNames names = new PatientNames(servers, Duration.ofMillis(100), new Semaphore(1));

        assertThatThrownBy(() -> names.resolve("slow.example")).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> names.resolve("quick.example"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("too many");
        answer.countDown();
        await().atMost(Duration.ofSeconds(10)).until(() -> names.lookups().availablePermits() == 1);
        assertThat(names.resolve("quick.example")).hasSize(1);
    }

    private void waited() {
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
