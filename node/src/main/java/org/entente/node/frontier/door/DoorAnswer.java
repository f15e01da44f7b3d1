package org.entente.node.frontier.door;

/**
 * What the other side answered; nothing in it is to be believed yet.
 *
 * @param contentType the media type without parameters, in lower case; empty when none was given
 * @param entityTag the version of the document as its publisher names it (RFC 9110 §8.8.3); empty when none was given
 */
public record DoorAnswer(int status, String contentType, String entityTag, byte[] body) {}
