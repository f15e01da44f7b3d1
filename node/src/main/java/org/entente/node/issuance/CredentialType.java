package org.entente.node.issuance;

import java.util.List;
import java.util.Set;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;

/**
 * A credential type that an organisation issues.
 *
 * @param id its configuration's name in offers and requests
 * @param vct its name everywhere (SD-JWT VC §3.2.2.1)
 * @param register where its claims come from
 * @param lifetimeDays how long a copy is valid
 */
public record CredentialType(
        String id,
        String vct,
        Text name,
        List<Claim> claims,
        Organisation organisation,
        String register,
        int lifetimeDays) {
    private static final Set<String> NAMES =
            Set.of("name", "given_name", "family_name", "ca_names", "ca_name_pronunciation", "ca_name_legacy");

    /** A claim that the type has, if the register has it; a mandatory one stands in every copy. */
    public record Claim(ClaimPath path, boolean mandatory, Text name) {}

    public CredentialType {
        claims = List.copyOf(claims);
        if (lifetimeDays < 1) {
            throw new IllegalArgumentException("a credential is valid for a day at least");
        }
    }

    /** Whether it says what somebody is called. */
    public boolean saysNames() {
        return claims.stream().map(claim -> claim.path().first()).anyMatch(NAMES::contains);
    }

    /** Its name as an OAuth scope. */
    public String scope() {
        return id.replace('-', '_');
    }
}
