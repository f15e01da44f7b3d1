/**
 * A person's names on paper: a PDF with our own fonts in it, marks where they belong, tags for screen readers, and text that is
 * copied out code point for code point. Former and ceremonial names are not on it. It attests nothing.
 */
@NullMarked
package org.entente.node.names.paper;

import org.jspecify.annotations.NullMarked;
