package org.entente.node.wallet.showing;

import java.util.UUID;
import org.entente.node.kernel.PersonId;

/**
 * The one answer to a request that is under way.
 *
 * @param attempt tells this answer from an earlier one that was broken off
 */
record Answering(PersonId person, UUID id, UUID attempt, KnownRequest request) {}
