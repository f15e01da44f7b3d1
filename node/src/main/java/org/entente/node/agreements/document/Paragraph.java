package org.entente.node.agreements.document;

import org.entente.node.kernel.Text;

/**
 * One numbered paragraph of the text.
 *
 * @param heading whether it is the title of those that follow
 */
public record Paragraph(String number, boolean heading, Text text) {}
