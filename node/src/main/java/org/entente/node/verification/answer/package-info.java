/**
 * Receives a wallet's answer, once, and records how it ended. What makes an answer good is decided in {@code check}.
 */
@NullMarked
package org.entente.node.verification.answer;

import org.jspecify.annotations.NullMarked;
