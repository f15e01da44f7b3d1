package org.entente.node.people;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entente.node.kernel.Actor;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.springframework.stereotype.Component;

/** The front desk of this room: who has an account, and how to tell them something. */
@Component
public class People {
    private final Persons persons;
    private final Mails mails;
    private final Secrets secrets;
    private final Set<String> officers;

    People(Persons persons, Mails mails, Secrets secrets, PeopleSettings settings) {
        this.persons = persons;
        this.mails = mails;
        this.secrets = secrets;
        this.officers = settings.officerKeys();
    }

    /**
     * The account of somebody who has just proven to read the mail of an address, made at the first time.
     *
     * @param language of the page on which it was proven; mails come first in it from now on
     */
    public Person enter(EmailAddress email, Language language, Instant now) {
        return persons.enter(new PersonId(secrets.id()), email, language, now);
    }

    /** Notes the language in which a person has just signed in: mails come first in it from now on. */
    public void speaks(PersonId id, Language language) {
        persons.speaks(id, language);
    }

    /** The person with this identifier. */
    public Optional<Person> person(PersonId id) {
        return persons.find(id);
    }

    /** The person who signs in with this address. */
    public Optional<Person> person(EmailAddress email) {
        return persons.find(email);
    }

    /** What a person may act as on this node: an officer if the operator's settings say so. */
    public Actor actor(Person person) {
        return officers.contains(person.email().account())
                ? new Actor.Officer(person.id())
                : new Actor.Person(person.id());
    }

    /**
     * Tells a person something by mail, the person's language first. Joins the caller's transaction: the mail leaves
     * when, and only if, that commits. Somebody without an account is told nothing.
     */
    public void notify(PersonId id, Notice notice, Instant now) {
        persons.find(id).ifPresent(person -> mails.add(secrets.id(), person, notice, now));
    }
}
