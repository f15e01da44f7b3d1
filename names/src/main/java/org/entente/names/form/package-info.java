/**
 * What a page or a form needs to take a name and to show it: attributes, fonts, a picker of characters. Writes no markup and
 * judges no input.
 */
@NullMarked
package org.entente.names.form;

import org.jspecify.annotations.NullMarked;
