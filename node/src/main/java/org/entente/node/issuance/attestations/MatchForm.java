package org.entente.node.issuance.attestations;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.kernel.Days;
import org.entente.node.registers.Proof;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.Register;
import org.entente.node.web.Addressed;
import org.entente.node.web.FormErrors;

/**
 * What a person enters to be matched to a record, as it was entered.
 *
 * @param authorization the wallet's request that waits for it, if one does
 */
public record MatchForm(
        Register register,
        String number,
        String birthDate,
        String code,
        Optional<UUID> authorization,
        FormErrors errors)
        implements Addressed {
    private static final int MAX_CODE = 64;

    static MatchForm empty(Register register, Optional<UUID> authorization) {
        return new MatchForm(register, "", "", "", authorization, FormErrors.none());
    }

    /** Where it leads: to the question of the wallet that waits, or to the person's attestations. */
    String next() {
        return authorization.map(request -> "/authorize/" + request).orElse("/attestations");
    }

    @Override
    public String query() {
        return authorization.map(request -> "?authorization=" + request).orElse("");
    }

    MatchForm with(FormErrors errors) {
        return new MatchForm(register, number, birthDate, code, authorization, errors);
    }

    /** What is missing or malformed. */
    FormErrors check() {
        FormErrors found = FormErrors.none();
        if (record().isEmpty()) {
            found = found.with("number", "issuance.match.number.missing");
        }
        if (day().isEmpty()) {
            found = found.with("birth-date", "issuance.match.birth-date.malformed");
        }
        if (code.isBlank() || code.length() > MAX_CODE) {
            found = found.with("code", "issuance.match.code.missing");
        }
        return found;
    }

    /** What the form comes to when {@link #check} finds nothing. */
    Proof proof() {
        return new Proof(record().orElseThrow(), day().orElseThrow(), code);
    }

    private Optional<RecordId> record() {
        try {
            return Optional.of(new RecordId(register.id(), number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day() {
        return Days.parse(birthDate.strip().replaceAll("[\\s./\\u2010-\\u2015]+", "-"));
    }

    /** Never what was entered. */
    @Override
    public String toString() {
        return "MatchForm[" + register.id() + "]";
    }
}
