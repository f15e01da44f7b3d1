/** Writes audits as HTML, JSON and CSV, in both languages, and rolls many of them up into one inventory of barriers. */
@NullMarked
package org.entente.names.barrier.report;

import org.jspecify.annotations.NullMarked;
