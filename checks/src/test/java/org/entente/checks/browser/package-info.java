/**
 * Looks at pages as people do: in Debian's Chromium, with and without scripts, on a small and a large screen, in both
 * languages. Checks what can be measured; the screenshots in {@code target/screenshots} are for eyes.
 */
@NullMarked
package org.entente.checks.browser;

import org.jspecify.annotations.NullMarked;
