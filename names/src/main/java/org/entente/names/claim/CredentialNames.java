package org.entente.names.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.names.NameClaims;
import org.entente.names.record.NameFile;

/**
 * A person's names as claims of an SD-JWT VC: those of {@link NameClaims}, with {@code ca_names} in full, and
 * {@code ca_name_pronunciation} and, of the displayed name, {@code ca_name_legacy} where there is anything to say. An issuer hides every element of the
 * arrays on its own, so that a traditional name is shown by choice only. All texts are composed (NFC): digests are over these
 * very bytes, and no canonical form of JSON composes them.
 *
 * <pre>{@code
 * CredentialNames.of(NameFile.of(NameEntry.of(Name.of(Kind.LEGAL, "SENĆOŦEN", "str")).in("fpcc:sencoten")))
 * // {name=SENĆOŦEN, name#str=SENĆOŦEN, ca_names=[{full=SENĆOŦEN, lang=str, orthography=fpcc:sencoten, kind=legal}]}
 * }</pre>
 */
public final class CredentialNames {
    private CredentialNames() {}

    /** The claims: texts, and lists of maps of texts. Unmodifiable, in a fixed order. */
    public static Map<String, Object> of(NameFile file) {
        Map<String, Object> claims = new LinkedHashMap<>(NameClaims.of(file.names()));
        claims.put("ca_names", NameElements.names(file));
        List<Map<String, Object>> spoken = NameElements.spoken(file);
        if (!spoken.isEmpty()) {
            claims.put("ca_name_pronunciation", spoken);
        }
        List<Map<String, Object>> forms = NameElements.forms(file.displayed());
        if (!forms.isEmpty()) {
            claims.put("ca_name_legacy", forms);
        }
        return Collections.unmodifiableMap(claims);
    }

    /** The claims of OpenID Connect Core §5.1 and §5.2 alone: {@code name}, its parts, and {@code name#<tag>}. */
    public static Map<String, Object> openIdConnect(NameFile file) {
        Map<String, Object> claims = new LinkedHashMap<>(NameClaims.of(file.names()));
        claims.remove("ca_names");
        return Collections.unmodifiableMap(claims);
    }
}
