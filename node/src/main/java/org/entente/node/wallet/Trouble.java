package org.entente.node.wallet;

/**
 * Something with a stranger that did not go as it should, as the holder reads it.
 *
 * @param messageKey the text that says what happened
 * @param nextKey the text that says what to do next
 * @param again whether the same may be tried again
 */
public record Trouble(String messageKey, String nextKey, boolean again) {}
