package org.entente.node.wallet.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import org.entente.node.wallet.outside.PublicResolver.RefusedAddressException;
import org.junit.jupiter.api.Test;

class PublicResolverTests {
    @Test
    void a_node_on_the_internet_does_not_reach_its_own_machine() {
        assertThatThrownBy(() -> new PublicResolver(false).resolve("localhost"))
                .isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void a_node_on_localhost_reaches_its_own_machine_by_name_only() throws UnknownHostException {
        assertThat(new PublicResolver(true).resolve("localhost")).isNotEmpty();
        assertThatThrownBy(() -> new PublicResolver(true).resolve("127.0.0.1"))
                .isInstanceOf(RefusedAddressException.class);
    }
}
