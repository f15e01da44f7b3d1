package org.entente.node.issuance.attestations;

import java.util.List;
import org.entente.node.issuance.CredentialType;
import org.entente.node.kernel.Organisation;
import org.entente.node.registers.Register;
import org.entente.node.web.FormErrors;

/**
 * What the page of a person's attestations shows.
 *
 * @param unmatched registers in which the person was not found yet
 * @param choices what the person may ask for
 * @param issued what the person got
 */
public record AttestationsView(
        List<Register> unmatched, List<Choice> choices, List<IssuedAttestation> issued, FormErrors errors) {
    /**
     * The types that one offer of an organisation may contain.
     *
     * @param nameless those that this person does not get, as the register has no name but those they have put away
     */
    public record Choice(
            Organisation organisation, Register register, List<CredentialType> types, List<CredentialType> nameless) {}

    /** Whether this is the type at which the form's first field stands. */
    public boolean isFirst(CredentialType type) {
        return choices.stream()
                .flatMap(choice -> choice.types().stream())
                .findFirst()
                .filter(type::equals)
                .isPresent();
    }
}
