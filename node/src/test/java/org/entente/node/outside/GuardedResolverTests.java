package org.entente.node.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.entente.node.outside.GuardedResolver.RefusedAddressException;
import org.entente.protocols.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedResolverTests {
    @Test
    @Requirement("Security §6 inward")
    void a_node_on_the_internet_does_not_reach_its_own_machine() {
        assertThatThrownBy(() -> new GuardedResolver(false, Duration.ofSeconds(5)).resolve("localhost"))
                .isInstanceOf(RefusedAddressException.class);
    }

    @Test
    @Requirement("Security §6 inward")
    void a_node_on_localhost_reaches_its_own_machine_by_name_only() throws UnknownHostException {
        assertThat(new GuardedResolver(true, Duration.ofSeconds(5)).resolve("localhost"))
                .isNotEmpty();
        assertThatThrownBy(() -> new GuardedResolver(true, Duration.ofSeconds(5)).resolve("127.0.0.1"))
                .isInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "2130706433",
                "0.0.0.0",
                "10.0.0.1",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1"
            })
    @Requirement("Security §6 inward")
    void an_address_is_judged_by_what_it_means_however_it_is_written(String host) {
        for (boolean onLoopback : List.of(true, false)) {
            assertThatThrownBy(() -> new GuardedResolver(onLoopback, Duration.ofSeconds(5)).resolve(host))
                    .isInstanceOf(RefusedAddressException.class);
        }
    }

    @Test
    @Requirement("Security §6 inward")
    void what_others_read_in_octal_is_judged_as_it_will_be_connected_to() throws UnknownHostException {
        assertThat(new GuardedResolver(false, Duration.ofSeconds(5)).resolve("0177.0.0.1"))
                .containsExactly(InetAddress.getByName("177.0.0.1"));
    }

    @Test
    @Requirement("Security §6 rebinding")
    void a_name_of_which_one_address_lies_inside_a_network_is_refused_whole() throws UnknownHostException {
        var names = new InMemoryDnsResolver();
        names.add("rimouski.example", InetAddress.getByName("203.0.114.7"));
        names.add("matane.example", InetAddress.getByName("203.0.114.7"), InetAddress.getByName("10.0.0.1"));
        GuardedResolver resolver = new GuardedResolver(true, names);
        assertThat(resolver.resolve("rimouski.example")).hasSize(1);
        assertThatThrownBy(() -> resolver.resolve("matane.example")).isInstanceOf(RefusedAddressException.class);
    }
}
