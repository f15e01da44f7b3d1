package org.entente.node.people;

import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;

/**
 * Somebody with an account here.
 *
 * @param email what the person signs in with and where notices go
 * @param language in which the person last signed in
 */
public record Person(PersonId id, EmailAddress email, Language language) {}
