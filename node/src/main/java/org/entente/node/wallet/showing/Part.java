package org.entente.node.wallet.showing;

import org.entente.node.wallet.attestations.Copy;

/**
 * What answers one question.
 *
 * @param question the name of the credential query
 * @param copy taken for this verifier
 */
record Part(String question, Question.Option option, Copy copy) {}
