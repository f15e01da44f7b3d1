package org.entente.node.services.catalogue;

import java.util.List;
import org.entente.node.kernel.Organisation;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;

/**
 * What people come to do at an online service, with an attestation (fr: démarche).
 *
 * @param id its name in addresses
 * @param organisation who offers it
 * @param prefix the letters with which its reference numbers begin
 * @param purpose the identifier under which ententes know the purpose
 * @param credentialType the {@code vct} that it accepts
 * @param wanted what it asks, and why
 * @param subject the pseudonym that tells one person from another within the sector
 * @param title its name, in the imperative
 * @param summary one sentence for the catalogue
 * @param about what people should know before they begin
 * @param otherWays without a wallet or a phone
 * @param next what happens after
 */
public record Procedure(
        String id,
        Organisation organisation,
        String prefix,
        String purpose,
        String credentialType,
        Text credentialName,
        List<Wanted> wanted,
        ClaimPath subject,
        Text title,
        Text summary,
        List<Text> about,
        List<Text> otherWays,
        Text next) {
    /** A claim that is asked, and the reason. */
    public record Wanted(ClaimPath claim, Text why) {}

    public Procedure {
        wanted = List.copyOf(wanted);
        about = List.copyOf(about);
        otherWays = List.copyOf(otherWays);
        if (!id.matches("[a-z][a-z-]{0,63}") || !prefix.matches("[A-Z]{1,6}")) {
            throw new IllegalArgumentException("a service's id is lower-case letters, its prefix capital letters");
        }
        if (wanted.stream().noneMatch(want -> want.claim().equals(subject))) {
            throw new IllegalArgumentException("a service asks for the claim that tells people apart");
        }
        if (!subject.first().equals("pseudonyms")) {
            throw new IllegalArgumentException("a service tells people apart by a pseudonym of its sector");
        }
        if (otherWays.isEmpty()) {
            throw new IllegalArgumentException("nobody needs a phone: a service has another way");
        }
    }

    /** What it asks. */
    public List<ClaimPath> claims() {
        return wanted.stream().map(Wanted::claim).toList();
    }
}
