/**
 * Where officers write an entente: drafts that this government keeps to itself, edited as forms beside the text in both
 * languages, until they are put on the table. What makes a valid document is decided in {@code document}.
 */
@NullMarked
package org.entente.node.agreements.drafting;

import org.jspecify.annotations.NullMarked;
