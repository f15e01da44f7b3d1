package org.entente.node.issuance.credential;

import java.util.Optional;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.RecordId;

/**
 * For whom a credential is issued.
 *
 * @param record whose claims it attests
 * @param account who asked for it; empty when a system did
 * @param wallet thumbprint of the key by which the wallet asks
 */
record Recipient(RecordId record, Optional<PersonId> account, String wallet) {}
