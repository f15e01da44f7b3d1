package org.entente.node.verification;

import java.util.Map;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;

/** What people call the claims that are asked for. */
public final class ClaimNames {
    private static final Map<String, Text> NAMES = Map.ofEntries(
            Map.entry("name", new Text("Nom complet", "Full name")),
            Map.entry("given_name", new Text("Prénom", "Given name")),
            Map.entry("family_name", new Text("Nom de famille", "Family name")),
            Map.entry("birthdate", new Text("Date de naissance", "Date of birth")),
            Map.entry("place_of_birth", new Text("Lieu de naissance", "Place of birth")),
            Map.entry("ca_names", new Text("Noms dans leur écriture d’origine", "Names in their own writing")),
            Map.entry("address", new Text("Adresse", "Address")),
            Map.entry("address.street_address", new Text("Numéro et rue", "Street address")),
            Map.entry("address.locality", new Text("Localité", "City or town")),
            Map.entry("address.region", new Text("Province ou territoire", "Province or territory")),
            Map.entry("address.postal_code", new Text("Code postal", "Postal code")),
            Map.entry("address.country", new Text("Pays", "Country")),
            Map.entry(
                    "pseudonyms",
                    new Text(
                            "Pseudonyme propre à ce service, sans lien avec les autres",
                            "Pseudonym for this service alone, not linked to others")));

    private ClaimNames() {}

    /** The name of a claim, of the claim that it is part of, or else its path. */
    public static Text of(ClaimPath claim) {
        String path = claim.toString();
        Text known = NAMES.get(path);
        if (known == null) {
            known = NAMES.get(claim.segments().getFirst());
        }
        return known == null ? new Text(path, path) : known;
    }
}
