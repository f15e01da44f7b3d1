package org.entente.node.agreements;

import java.util.Locale;
import org.entente.node.kernel.Text;

/** What a ruling checks, in this order. */
public enum RulingStep {
    /** This node holds an entente at all. */
    ENTENTE("Une entente lie-t-elle cette administration ?", "Does an entente bind this government?"),
    /** The entente's transitions here are those that the depositary ordered. */
    IN_STEP("Notre exemplaire de l’entente est-il à jour ?", "Is our copy of the entente up to date?"),
    /** All parties signed, and the day is within its term. */
    IN_FORCE("L’entente est-elle en vigueur ?", "Is the entente in force?"),
    /** Neither the verifier's party nor the issuer, its party or the credential type is suspended or withdrawn. */
    STANDING(
            "Les parties concernées participent-elles, sans suspension ni retrait ?",
            "Do the parties concerned take part, neither suspended nor withdrawn?"),
    /** The verifier is a party or an organisation of one. */
    VERIFIER("Le service relève-t-il d’une partie à l’entente ?", "Does the service belong to a party to the entente?"),
    /** A clause names the purpose, for this verifier. */
    PURPOSE("Une clause prévoit-elle ce motif ?", "Does a clause provide for this purpose?"),
    /** Such a clause recognises the credential type. */
    CREDENTIAL_TYPE(
            "Ce type d’attestation est-il reconnu pour ce motif ?",
            "Is this type of credential recognised for this purpose?"),
    /** The issuer is an organisation of a party, named for the type. */
    ISSUER(
            "L’émetteur est-il nommé par une partie pour ce type d’attestation ?",
            "Does a party name the issuer for this type of credential?"),
    /** The clause is bound to the text that stands in the entente. */
    CLAUSE_TEXT(
            "La clause correspond-elle au texte signé, dans les deux langues ?",
            "Does the clause match the signed text in both languages?"),
    /** No claim beyond the clause's maximum. */
    CLAIMS(
            "Les renseignements demandés restent-ils dans le maximum convenu ?",
            "Do the claims stay within the agreed maximum?");

    private final Text checked;

    RulingStep(String fr, String en) {
        this.checked = new Text(fr, en);
    }

    /** The step's name in interfaces, for instance {@code credential-type}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The question that the step answers. */
    public Text checked() {
        return checked;
    }
}
