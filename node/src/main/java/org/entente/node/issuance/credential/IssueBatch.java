package org.entente.node.issuance.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.node.agreements.Agreements;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.credential.OpenedFamilies.Outcome;
import org.entente.node.issuance.family.Families.Opening;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.issuance.notification.NotificationIds;
import org.entente.node.journal.Journal;
import org.entente.node.journal.RecordedLeaf;
import org.entente.node.kernel.PersonId;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.Registered;
import org.entente.node.registers.Registers;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.CredentialError;
import org.entente.protocols.statuslist.StatusReference;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Issues a family of copies in the caller's transaction. What a record says is read, signed and forgotten here. */
@Component
class IssueBatch {
    private final Agreements agreements;
    private final Registers registers;
    private final ReadClaims readClaims;
    private final Pseudonyms pseudonyms;
    private final OpenedFamilies families;
    private final SignCopies signing;
    private final Journal journal;
    private final IssuanceNotice notice;
    private final NotificationIds notifications;

    IssueBatch(
            Agreements agreements,
            Registers registers,
            ReadClaims readClaims,
            Pseudonyms pseudonyms,
            OpenedFamilies families,
            SignCopies signing,
            Journal journal,
            IssuanceNotice notice,
            NotificationIds notifications) {
        this.agreements = agreements;
        this.registers = registers;
        this.readClaims = readClaims;
        this.pseudonyms = pseudonyms;
        this.families = families;
        this.signing = signing;
        this.journal = journal;
        this.notice = notice;
        this.notifications = notifications;
    }

    /**
     * What holds for whichever record.
     *
     * @param sectors for which a pseudonym is made
     * @param day of issuance, UTC
     */
    record Prepared(CredentialType type, Set<String> sectors, LocalDate day) {}

    Prepared prepare(CredentialType type, Instant now) {
        return new Prepared(type, agreements.sectors(now), LocalDate.ofInstant(now, ZoneOffset.UTC));
    }

    CredentialOutcome issue(Prepared prepared, Recipient recipient, HolderKeys.Proven proven, Instant now) {
        CredentialType type = prepared.type();
        Optional<Registered> registered = registers.find(recipient.record());
        Optional<PersonId> person = recipient.account().or(() -> registered.flatMap(Registered::holder));
        Optional<ObjectNode> claims = registered
                .flatMap(record -> readClaims.read(type, record, person))
                .map(says -> withPseudonyms(prepared, recipient.record(), says));
        if (claims.isEmpty()) {
            return denied("the register has not what this credential attests");
        }
        RecordedLeaf leaf = journal.record(
                "issuance",
                "credential-issued",
                journalRecord(prepared, proven.keys().size()),
                now);
        byte[] awaited = notifications.awaited(type, recipient.record(), recipient.wallet());
        Opening opening = new Opening(type, recipient.record(), prepared.day(), leaf, awaited, now);
        return switch (families.open(proven.nonce(), opening, proven.keys().size())) {
            case Outcome.NonceUsed _ ->
                new CredentialOutcome.Refused(CredentialError.INVALID_NONCE, "the nonce was used");
            case Outcome.Enough _ -> new CredentialOutcome.Enough(untilNextMonth(prepared.day(), now));
            case Outcome.Opened(FamilyHandle family, List<StatusReference> places) -> {
                person.ifPresent(told -> notice.send(type, told, now));
                yield new CredentialOutcome.Issued(
                        signing.sign(type, claims.get(), proven.keys(), places, prepared.day()),
                        notifications.identifier(type.organisation(), family, recipient.wallet()));
            }
        };
    }

    private ObjectNode withPseudonyms(Prepared prepared, RecordId id, ObjectNode claims) {
        ObjectNode bySector = pseudonyms.of(prepared.type().organisation(), id, prepared.sectors());
        if (!bySector.isEmpty()) {
            claims.set("pseudonyms", bySector);
        }
        return claims;
    }

    private static ObjectNode journalRecord(Prepared prepared, int copies) {
        return Json.newObject()
                .put("organisation", prepared.type().organisation().id())
                .put("configuration", prepared.type().id())
                .put("issued_on", prepared.day().toString())
                .put("copies", copies);
    }

    private static Duration untilNextMonth(LocalDate day, Instant now) {
        return Duration.between(
                now,
                day.withDayOfMonth(1).plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static CredentialOutcome denied(String text) {
        return new CredentialOutcome.Refused(CredentialError.CREDENTIAL_REQUEST_DENIED, text);
    }
}
