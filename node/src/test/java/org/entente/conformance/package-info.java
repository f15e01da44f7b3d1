/**
 * Which clauses of the specifications bind us, which tests show that we keep them, and the page that says so. The
 * clauses are data in {@code docs/requirements/}; the tests name them by {@link org.entente.protocols.Requirement}.
 */
@NullMarked
package org.entente.conformance;

import org.jspecify.annotations.NullMarked;
