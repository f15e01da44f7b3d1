package org.entente.node.agreements.desk;

import java.util.Optional;
import org.entente.node.agreements.document.Entente;

/**
 * What leaving means.
 *
 * @param word that an officer has asked for it
 */
public record WithdrawalView(Entente entente, Optional<Word> word) {}
