package org.entente.node.signin.session;

import java.time.Instant;
import java.util.UUID;
import org.entente.node.signin.device.DeviceFamily;

/**
 * One of a person's sessions, as the person sees it.
 *
 * @param lastSeenAt to within some minutes
 */
public record OpenSession(UUID id, DeviceFamily family, Instant startedAt, Instant lastSeenAt) {}
