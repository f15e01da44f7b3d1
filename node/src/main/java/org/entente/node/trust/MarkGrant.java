package org.entente.node.trust;

import java.net.URI;
import java.time.Instant;

/**
 * That an entity bears a trust mark.
 *
 * @param markType what the mark is called: a URL
 * @param subject who bears it
 * @param until when it ends at the latest
 * @param reference where people read about it
 */
public record MarkGrant(URI markType, URI subject, Instant until, URI reference) {}
