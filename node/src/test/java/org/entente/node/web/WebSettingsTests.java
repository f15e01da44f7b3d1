package org.entente.node.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.entente.node.web.WebSettings.Theme;
import org.junit.jupiter.api.Test;

class WebSettingsTests {
    @Test
    void black_on_white_has_the_greatest_contrast() {
        assertThat(Colour.of("#000000").contrastWith(Colour.of("#ffffff"))).isEqualTo(21.0);
    }

    @Test
    void refuses_an_accent_that_cannot_be_read() {
        assertThatThrownBy(() -> new Theme("#8899aa", "#7fd0e4", null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Theme("#0f5a6e", "#334455", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_what_is_not_a_colour() {
        assertThatThrownBy(() -> new Theme("red;}", "#7fd0e4", null)).isInstanceOf(IllegalArgumentException.class);
    }
}
