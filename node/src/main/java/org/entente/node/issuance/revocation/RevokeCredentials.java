package org.entente.node.issuance.revocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.family.Families;
import org.entente.node.issuance.family.Family;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.issuance.family.RevocationReason;
import org.entente.node.issuance.offer.Entitlement;
import org.entente.node.issuance.offer.Offers;
import org.entente.node.issuance.status.Statuses;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.Organisation;
import org.entente.node.registers.RecordId;
import org.entente.node.registers.Registers;
import org.entente.node.signin.Permission;
import org.entente.node.signin.StandingPermissions;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Revokes credentials and publishes their lists at once, or tells beforehand how many it would be. */
@Component
public class RevokeCredentials {
    /** The most families that one action revokes. */
    static final int MAX_FAMILIES = 100_000;

    private final CredentialTypes types;
    private final Families families;
    private final Offers offers;
    private final Statuses statuses;
    private final Journal journal;
    private final Registers registers;
    private final StandingPermissions permissions;

    RevokeCredentials(
            CredentialTypes types,
            Families families,
            Offers offers,
            Statuses statuses,
            Journal journal,
            Registers registers,
            StandingPermissions permissions) {
        this.types = types;
        this.families = families;
        this.offers = offers;
        this.statuses = statuses;
        this.journal = journal;
        this.registers = registers;
        this.permissions = permissions;
    }

    /** How much a revocation would reach. */
    @Transactional(readOnly = true)
    public Revocation rehearse(RevocationScope scope) {
        int reached = 0;
        int copies = 0;
        for (var entry : holding(scope).entrySet()) {
            reached += entry.getValue().size();
            copies += statuses.count(entry.getKey(), entry.getValue());
        }
        return new Revocation(reached, copies, reached < MAX_FAMILIES);
    }

    /**
     * Revokes; what is revoked already stays as it is and does not count. With what a record has, its offers end: first,
     * so that an issuance under way either ends before and is revoked too, or finds its offer ended.
     */
    @Transactional
    public Revocation revoke(RevocationScope scope, RevocationReason reason, Instant now) {
        if (scope instanceof RevocationScope.OfRecords(List<RecordId> records)) {
            records.forEach(this::endOffers);
        }
        int reached = 0;
        int copies = 0;
        for (var entry : holding(scope).entrySet()) {
            Organisation issuer = entry.getKey();
            List<FamilyHandle> revoked = families.revoke(issuer.id(), entry.getValue(), reason, now);
            if (!revoked.isEmpty()) {
                int of = statuses.revoke(issuer, revoked, now);
                journal.record(
                        "issuance", "credentials-revoked", journalRecord(issuer, reason, revoked.size(), of), now);
                reached += revoked.size();
                copies += of;
            }
        }
        return new Revocation(reached, copies, reached < MAX_FAMILIES);
    }

    private void endOffers(RecordId record) {
        offers.end(record);
        registers
                .holderOf(record)
                .ifPresent(holder -> permissions.withdraw(holder, permitted -> isOf(record, permitted)));
    }

    /** Whether a permission is for what the record's register attests; others of the same person stay. */
    private boolean isOf(RecordId record, Permission.Permitted permitted) {
        return types.all().stream()
                .filter(type -> type.register().equals(record.register()))
                .anyMatch(type -> Entitlement.isFor(type, permitted));
    }

    /** The families in the scope that hold, by their issuer; in one order, so that two revocations do not wait for each other. */
    private Map<Organisation, List<FamilyHandle>> holding(RevocationScope scope) {
        return switch (scope) {
            case RevocationScope.OfFamilies(Organisation issuer, var handles) ->
                Map.of(issuer, handles(families.find(issuer.id(), handles)));
            case RevocationScope.OfRecords(List<RecordId> records) -> holding(records);
            case RevocationScope.OfType(CredentialType type, var from, var to) ->
                Map.of(type.organisation(), families.holding(type, from, to, MAX_FAMILIES));
        };
    }

    private Map<Organisation, List<FamilyHandle>> holding(List<RecordId> records) {
        Map<Organisation, List<FamilyHandle>> holding = new TreeMap<>(Comparator.comparing(Organisation::id));
        for (RecordId record : records) {
            types.all().stream()
                    .filter(type -> type.register().equals(record.register()))
                    .forEach(type -> holding.computeIfAbsent(type.organisation(), issuer -> new ArrayList<>())
                            .addAll(handles(families.of(type, record))));
        }
        return holding;
    }

    private static List<FamilyHandle> handles(List<Family> families) {
        return families.stream()
                .filter(family -> family.revoked().isEmpty())
                .map(Family::handle)
                .toList();
    }

    private static ObjectNode journalRecord(Organisation issuer, RevocationReason reason, int families, int copies) {
        return Json.newObject()
                .put("organisation", issuer.id())
                .put("reason", reason.key())
                .put("families", families)
                .put("copies", copies);
    }
}
