package org.entente.node.issuance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.entente.node.kernel.NodeIdentity;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Text;
import org.entente.node.registers.Registers;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The credential types of this node's organisations, read once from their descriptions. */
@Component
public class CredentialTypes {
    private final List<CredentialType> all;

    CredentialTypes(IssuanceSettings settings, NodeIdentity node, Registers registers) {
        this.all = settings.credentials().stream()
                .map(issued -> read(issued, node, registers))
                .toList();
        if (all.stream().map(CredentialType::id).distinct().count() != all.size()) {
            throw new IllegalArgumentException("a node issues a credential type from one organisation");
        }
    }

    /** All types of all organisations. */
    public List<CredentialType> all() {
        return all;
    }

    /** The types that an organisation issues; none when it is no issuer. */
    public List<CredentialType> of(Organisation organisation) {
        return all.stream()
                .filter(type -> type.organisation().equals(organisation))
                .toList();
    }

    /** The type of this configuration name. */
    public Optional<CredentialType> find(String id) {
        return all.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    private static CredentialType read(IssuanceSettings.Issued issued, NodeIdentity node, Registers registers) {
        Organisation organisation = node.organisation(issued.organisation())
                .orElseThrow(() -> new IllegalArgumentException("no organisation " + issued.organisation()));
        if (registers.register(issued.register()).isEmpty()) {
            throw new IllegalArgumentException("no register " + issued.register());
        }
        JsonNode description = description(issued);
        return new CredentialType(
                description.path("id").stringValue(),
                description.path("vct").stringValue(),
                text(description.path("name")),
                description
                        .path("claims")
                        .valueStream()
                        .map(CredentialTypes::claim)
                        .toList(),
                organisation,
                issued.register(),
                issued.lifetimeDays());
    }

    private static JsonNode description(IssuanceSettings.Issued issued) {
        try (InputStream bytes = issued.type().getInputStream()) {
            return Json.object(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CredentialType.Claim claim(JsonNode claim) {
        return new CredentialType.Claim(
                ClaimPath.parseMembers(claim.path("path")),
                claim.path("mandatory").asBoolean(false),
                text(claim.path("name")));
    }

    private static Text text(JsonNode text) {
        return new Text(text.path("fr").stringValue(), text.path("en").stringValue());
    }
}
