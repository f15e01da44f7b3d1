/** Tests of writing drafts. */
@NullMarked
package org.entente.node.agreements.drafting;

import org.jspecify.annotations.NullMarked;
