/**
 * Whether the parties keep up what a service level promises, as far as this node sees it: how the others answer the mirror, and
 * whether an incident is answered in time. Notes and shows it; stops nobody.
 */
@NullMarked
package org.entente.node.agreements.upkeep;

import org.jspecify.annotations.NullMarked;
