package org.entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallerNetworkTests {
    @Test
    void a_household_counts_as_one() {
        assertThat(CallerNetwork.of("2001:db8:1:200:3:4:5:6")).isEqualTo(CallerNetwork.of("2001:db8:1:2ff::9"));
        assertThat(CallerNetwork.of("2001:db8:1:300::9")).isNotEqualTo(CallerNetwork.of("2001:db8:1:200::9"));
        assertThat(CallerNetwork.of("192.0.2.1")).isNotEqualTo(CallerNetwork.of("192.0.2.2"));
    }

    @Test
    void what_is_no_address_counts_for_itself() {
        assertThat(CallerNetwork.of("unknown")).isEqualTo("unknown");
    }
}
