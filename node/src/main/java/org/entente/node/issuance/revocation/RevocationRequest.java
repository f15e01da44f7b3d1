package org.entente.node.issuance.revocation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.node.issuance.CredentialType;
import org.entente.node.issuance.CredentialTypes;
import org.entente.node.issuance.Issuers;
import org.entente.node.issuance.family.FamilyHandle;
import org.entente.node.kernel.Days;
import org.entente.node.registers.RecordId;
import org.entente.protocols.ProtocolError;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the API's request to revoke: exactly one of {@code family}, {@code record} and {@code configuration}. */
@Component
class RevocationRequest {
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private static final LocalDate END = LocalDate.of(9999, 12, 31);

    private final CredentialTypes types;
    private final Issuers issuers;

    RevocationRequest(CredentialTypes types, Issuers issuers) {
        this.types = types;
        this.issuers = issuers;
    }

    /** @throws ProtocolError {@code invalid_request} when it is malformed or names what there is not */
    RevocationScope parse(ObjectNode body) {
        List<String> named = List.of("family", "record", "configuration").stream()
                .filter(body::has)
                .toList();
        if (named.size() != 1) {
            throw malformed("a revocation names a family, a record or a configuration");
        }
        return switch (named.getFirst()) {
            case "family" -> family(body.path("family"));
            case "record" -> record(body.path("record"));
            default -> type(body);
        };
    }

    private RevocationScope family(JsonNode family) {
        FamilyHandle handle = FamilyHandle.parse(text(family, "handle"))
                .orElseThrow(() -> malformed("the handle is not one of ours"));
        return new RevocationScope.OfFamilies(issuers.require(text(family, "organisation")), List.of(handle));
    }

    private RevocationScope record(JsonNode record) {
        return RecordId.parse(text(record, "register"), text(record, "number"))
                .<RevocationScope>map(named -> new RevocationScope.OfRecords(List.of(named)))
                .orElseThrow(() -> malformed("number is no number of a record"));
    }

    private RevocationScope type(ObjectNode body) {
        CredentialType type = types.find(text(body, "configuration"))
                .orElseThrow(() -> malformed("this node does not issue that configuration"));
        return new RevocationScope.OfType(
                type,
                day(body, "issued_from").orElse(BEGINNING),
                day(body, "issued_until").orElse(END));
    }

    private static Optional<LocalDate> day(JsonNode owner, String name) {
        if (!owner.has(name)) {
            return Optional.empty();
        }
        return Optional.of(Days.parse(text(owner, name)).orElseThrow(() -> malformed(name + " is not a day")));
    }

    private static String text(JsonNode owner, String name) {
        String text = owner.path(name).asString("");
        if (!owner.path(name).isString() || text.isBlank()) {
            throw malformed(name + " is missing");
        }
        return text;
    }

    private static ProtocolError malformed(String text) {
        return new ProtocolError("invalid_request", text);
    }
}
