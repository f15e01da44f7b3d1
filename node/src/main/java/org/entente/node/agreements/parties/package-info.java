/** What other governments publish of themselves, for documents and for comparing documents with. Keeps nothing itself. */
@NullMarked
package org.entente.node.agreements.parties;

import org.jspecify.annotations.NullMarked;
