package org.entente.node.signin.session;

import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.PersonId;

/** What a browser is signed in as: a person, or nobody yet. */
record Session(UUID id, Optional<PersonId> person) {}
