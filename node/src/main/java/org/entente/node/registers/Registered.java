package org.entente.node.registers;

import java.util.Optional;
import org.entente.node.kernel.PersonId;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as it stands.
 *
 * @param claims what it says, by name, ready to be attested
 * @param holder the account that holds it, if one does
 */
public record Registered(ObjectNode claims, Optional<PersonId> holder) {}
