package org.entente.node.registers;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Text;
import org.entente.node.people.Notice;
import org.entente.node.people.People;
import org.entente.node.web.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Matches an account to the one record that fits all that the person gave. */
@Component
public class MatchPerson {
    private final Records records;
    private final Matches matches;
    private final Attempts attempts;
    private final People people;
    private final Messages messages;

    MatchPerson(Records records, Matches matches, Attempts attempts, People people, Messages messages) {
        this.records = records;
        this.matches = matches;
        this.attempts = attempts;
        this.people = people;
        this.messages = messages;
    }

    /**
     * Tries it once; every try counts, also one that succeeds.
     *
     * @param network from which the request came
     */
    @Transactional
    public MatchOutcome match(PersonId person, Proof proof, String network, Instant now) {
        RecordId record = proof.record();
        Optional<Instant> blocked = blocked(person, record, network, now);
        if (blocked.isPresent()) {
            return new MatchOutcome.TooManyAttempts(blocked.get());
        }
        if (matches.match(person, proof, now)) {
            return new MatchOutcome.Matched(record);
        }
        if (matches.recordOf(person, record.register()).isPresent()) {
            return new MatchOutcome.AlreadyMatched();
        }
        if (records.fits(proof)) {
            matches.holderOf(record).ifPresent(holder -> people.notify(holder, alert(), now));
            return new MatchOutcome.HeldByAnother();
        }
        return new MatchOutcome.NoSuchRecord();
    }

    /**
     * Counts a try until a count is exhausted, the one's own first: who may not try uses nothing up that others need. The
     * same order everywhere, so that two attempts never wait for each other.
     */
    private Optional<Instant> blocked(PersonId person, RecordId record, String network, Instant now) {
        String tried = record.register() + "\n" + record.number();
        return Stream.<Supplier<Optional<Instant>>>of(
                        () -> attempts.count(Attempts.Counted.ACCOUNT, person.toString(), now),
                        () -> attempts.count(Attempts.Counted.ADDRESS, network, now),
                        () -> attempts.count(Attempts.Counted.RECORD_AT_ADDRESS, tried + "\n" + network, now),
                        () -> attempts.count(Attempts.Counted.RECORD, tried, now))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Notice alert() {
        return new Notice(text("registers.alert.subject"), text("registers.alert.body"));
    }

    private Text text(String key) {
        return new Text(messages.say(Language.FR, key), messages.say(Language.EN, key));
    }
}
