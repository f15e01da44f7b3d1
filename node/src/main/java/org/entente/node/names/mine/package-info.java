/** What a person sees and does with the names that they have recorded: which is shown, which is former, what was changed. */
@NullMarked
package org.entente.node.names.mine;

import org.jspecify.annotations.NullMarked;
