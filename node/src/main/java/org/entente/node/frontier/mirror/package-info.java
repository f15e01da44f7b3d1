/**
 * Copies of what others publish, fetched for all on a fixed schedule. The fetches depend on agreements and memberships
 * only, never on what is presented.
 */
@NullMarked
package org.entente.node.frontier.mirror;

import org.jspecify.annotations.NullMarked;
