/**
 * What other governments publish of themselves, for documents and for comparing documents with, and which of them are known
 * here. Keeps nothing itself.
 */
@NullMarked
package org.entente.node.agreements.parties;

import org.jspecify.annotations.NullMarked;
