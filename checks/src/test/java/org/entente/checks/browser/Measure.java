package org.entente.checks.browser;

import org.assertj.core.api.SoftAssertions;

/** One thing that is held of every page. */
interface Measure {
    void take(Look look, SoftAssertions softly);
}
