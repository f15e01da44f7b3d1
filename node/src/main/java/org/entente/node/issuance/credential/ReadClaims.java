package org.entente.node.issuance.credential;

import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Names;
import org.entente.node.registers.Registered;
import org.entente.node.registers.Registers;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads what of a record may be attested, with the names of whoever it is about as they want them. */
@Component
public class ReadClaims {
    private final Registers registers;
    private final Names names;

    ReadClaims(Registers registers, Names names) {
        this.registers = registers;
        this.names = names;
    }

    /** @param person whose names stand in it; empty where the record is nobody's yet */
    Optional<ObjectNode> read(CredentialType type, Registered record, Optional<PersonId> person) {
        ObjectNode claims = person.map(names::of)
                .map(theirs -> PersonsNames.with(record.claims(), theirs))
                .orElse(record.claims());
        return AttestedClaims.of(type, claims);
    }

    /** Whether a person gets no credential of this type only because the register has no name but those they have put away. */
    public boolean lacksName(CredentialType type, PersonId person) {
        return registers
                .recordOf(person, type.register())
                .flatMap(registers::find)
                .filter(record -> AttestedClaims.of(type, record.claims()).isPresent())
                .filter(record -> read(type, record, Optional.of(person)).isEmpty())
                .isPresent();
    }
}
