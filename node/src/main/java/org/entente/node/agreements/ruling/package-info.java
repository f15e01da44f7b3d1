/**
 * The ruling: a pure function of the ententes held, the question and the moment. The same everywhere, offline, and
 * reproducible by a third party. Fetches nothing and verifies no credential.
 */
@NullMarked
package org.entente.node.agreements.ruling;

import org.jspecify.annotations.NullMarked;
