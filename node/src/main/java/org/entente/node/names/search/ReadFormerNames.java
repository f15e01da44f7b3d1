package org.entente.node.names.search;

import java.time.Instant;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Secrets;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes that an officer reads somebody's former names, before they do. */
@Component
class ReadFormerNames {
    private final Looks looks;
    private final Journal journal;
    private final Secrets secrets;

    ReadFormerNames(Looks looks, Journal journal, Secrets secrets) {
        this.looks = looks;
        this.journal = journal;
        this.secrets = secrets;
    }

    @Transactional
    void note(PersonId officer, PersonId person, String reason, Instant now) {
        looks.add(secrets.id(), person, officer, reason, now);
        journal.record(
                "names",
                "former-names-read",
                Json.newObject()
                        .put("officer", officer.toString())
                        .put("person", person.toString())
                        .put("reason", reason),
                now);
    }
}
