package org.entente.node.issuance.credential;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.issuance.CredentialType;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Names;
import org.entente.node.names.SharedNames;
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

    /**
     * Those of a register's types that a person does not get only because the register has no name but those they have put
     * away.
     *
     * @param types of one register
     */
    public Set<CredentialType> nameless(List<CredentialType> types, PersonId person) {
        return nameless(types, person, names.of(person));
    }

    /**
     * The same, if the person's names were these.
     *
     * @param types of one register
     */
    public Set<CredentialType> nameless(List<CredentialType> types, PersonId person, SharedNames theirs) {
        return types.stream()
                .findFirst()
                .flatMap(type -> registers.recordOf(person, type.register()))
                .flatMap(registers::find)
                .map(record -> nameless(types, record.claims(), theirs))
                .orElseGet(Set::of);
    }

    private static Set<CredentialType> nameless(List<CredentialType> types, ObjectNode record, SharedNames names) {
        ObjectNode wanted = PersonsNames.with(record, names);
        return types.stream()
                .filter(type -> AttestedClaims.of(type, record).isPresent())
                .filter(type -> AttestedClaims.of(type, wanted).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
