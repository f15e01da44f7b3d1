package org.entente.names.key;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PronouncedTests {
    @Test
    void marks_belong_to_their_sound_and_stress_to_none() {
        assertThat(Pronounced.distance("iqaˈluit", "iqaluit")).isZero();
        assertThat(Pronounced.distance("kʷa", "ka")).isEqualTo(0.5);
        assertThat(Pronounced.distance("", "")).isZero();
        assertThat(Pronounced.distance("", "a")).isEqualTo(1);
    }

    @Property(tries = 300)
    void is_a_distance(@ForAll String one, @ForAll String other) {
        assertThat(Pronounced.distance(one, other)).isBetween(0.0, 1.0).isEqualTo(Pronounced.distance(other, one));
        assertThat(Pronounced.distance(one, one)).isZero();
    }
}
