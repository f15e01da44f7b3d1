package org.entente.node.registers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.PersonId;
import org.springframework.stereotype.Component;

/** The room's front desk: which registers there are, which record is whose, and what it says. */
@Component
public class Registers {
    private final List<Register> registers;
    private final Records records;
    private final Matches matches;
    private final Departures departures;

    Registers(RegistersSettings settings, Records records, Matches matches, Departures departures) {
        this.registers = settings.sources().stream()
                .map(source -> new Register(source.id(), source.name()))
                .toList();
        this.records = records;
        this.matches = matches;
        this.departures = departures;
    }

    /** All registers of this government. */
    List<Register> all() {
        return registers;
    }

    /** The register of this id. */
    public Optional<Register> register(String id) {
        return registers.stream().filter(register -> register.id().equals(id)).findFirst();
    }

    /** The record that an account holds in a register. */
    public Optional<RecordId> recordOf(PersonId person, String register) {
        return matches.recordOf(person, register);
    }

    /** The account that holds a record. */
    public Optional<PersonId> holderOf(RecordId record) {
        return matches.holderOf(record);
    }

    /** A record as the register has it now; empty when there is no such record. */
    public Optional<Registered> find(RecordId record) {
        return records.find(record);
    }

    /**
     * Records that left their register before a time and have not come back, at most so many. Each is given once, if the
     * caller's transaction succeeds.
     */
    public List<RecordId> takeDeparted(Instant before, int limit) {
        return departures.take(before, limit);
    }
}
