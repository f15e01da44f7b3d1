package org.entente.node.agreements.ruling;

import java.util.Collection;
import org.entente.node.kernel.Text;

/** What a ruling finds, in both languages, and what somebody can do about it. */
final class Findings {
    static final Text HELD =
            new Text("Cette administration a signé cette entente.", "This government signed this entente.");
    static final Text NOT_HELD =
            new Text("Aucune entente ne lie cette administration.", "No entente binds this government.");
    static final Text CONCLUDE = new Text(
            "Les administrations concernées doivent d’abord conclure une entente.",
            "The governments concerned must first conclude an entente.");
    static final Text IN_STEP = new Text(
            "Notre exemplaire est celui que le dépositaire a ordonné.",
            "Our copy is the one that the depositary ordered.");
    static final Text OUT_OF_STEP = new Text(
            "Il manque à notre exemplaire une décision du dépositaire, ou il la contredit.",
            "Our copy lacks a decision of the depositary, or contradicts it.");
    static final Text CATCH_UP = new Text(
            "Notre nœud se remet à jour auprès du dépositaire. Réessayez dans une minute.",
            "Our node is catching up with the depositary. Try again in a minute.");
    static final Text NOT_SIGNED =
            new Text("Toutes les parties n’ont pas encore signé.", "Not all parties have signed yet.");
    static final Text OUTSIDE_TERM =
            new Text("Ce jour est hors de la période prévue par l’entente.", "The day is outside the entente’s term.");
    static final Text SIGN = new Text(
            "Les parties doivent la signer ou en convenir une nouvelle version.",
            "The parties must sign it or agree on a new version.");
    static final Text TAKING_PART = new Text(
            "Ni suspension ni retrait ne vise les parties concernées.",
            "No suspension or withdrawal concerns the parties.");
    static final Text SUSPENDED = new Text(
            "Une suspension vise une partie, l’émetteur ou ce type d’attestation.",
            "A suspension concerns a party, the issuer or this type of credential.");
    static final Text WITHDRAWN = new Text(
            "Une partie concernée s’est retirée de l’entente.", "A party concerned has withdrawn from the entente.");
    static final Text UNCONFIRMED = new Text(
            "Les clés que l’entente énonce pour une partie concernée ne sont pas celles que celle-ci publie, ou nous n’avons pas encore pu les comparer.",
            "The keys that the entente states for a party concerned are not those that it publishes, or we could not compare them yet.");
    static final Text COMPARE_KEYS = new Text(
            "Notre nœud compare de nouveau toutes les quelques secondes. Si cela dure, les deux administrations comparent les empreintes de leurs clés.",
            "Our node compares again every few seconds. If it lasts, the two governments compare the thumbprints of their keys.");
    static final Text WAIT_FOR_LIFT = new Text(
            "La partie qui a suspendu peut lever la suspension. D’ici là, utilisez un autre moyen de prouver votre identité.",
            "The party that suspended may lift it. Until then, use another way to prove who you are.");
    static final Text ACCEDE_AGAIN = new Text(
            "L’administration qui s’est retirée peut adhérer de nouveau.",
            "The government that withdrew may accede again.");
    static final Text FOREIGN_VERIFIER = new Text(
            "Ce service ne relève d’aucune partie à l’entente.", "The service belongs to no party to the entente.");
    static final Text ACCEDE = new Text(
            "L’administration de ce service peut demander à adhérer.", "The service’s government may ask to accede.");
    static final Text AMEND = new Text(
            "Les parties peuvent modifier l’entente pour le prévoir.",
            "The parties may amend the entente to provide for it.");
    static final Text UNNAMED_ISSUER = new Text(
            "L’émetteur relève d’une partie, mais aucune clause ne le vise pour ce type d’attestation.",
            "The issuer belongs to a party, but no clause covers it for this type of credential.");
    static final Text FOREIGN_ISSUER = new Text(
            "L’émetteur ne relève d’aucune partie à l’entente.", "The issuer belongs to no party to the entente.");
    static final Text NO_ISSUER = new Text(
            "Aucune partie ne nomme d’émetteur pour ce type d’attestation.",
            "No party names an issuer for this type of credential.");
    static final Text OTHER_CREDENTIAL = new Text(
            "Présentez une attestation d’un émetteur nommé. L’administration de cet émetteur peut aussi demander à adhérer.",
            "Show a credential of a named issuer. This issuer’s government may also ask to accede.");
    static final Text FRESH = new Text(
            "L’empreinte du texte est la même en français et en anglais.",
            "The text’s hash is the same in French and in English.");
    static final Text STALE = new Text(
            "Le texte a changé depuis que la clause a été écrite.",
            "The text has changed since the clause was written.");
    static final Text REWRITE = new Text(
            "Les parties doivent confirmer la clause pour le nouveau texte.",
            "The parties must confirm the clause for the new text.");
    static final Text ASK_LESS = new Text(
            "Le service doit demander moins, ou les parties doivent modifier la clause.",
            "The service must ask for less, or the parties must amend the clause.");
    static final Text WITHIN = new Text(
            "Chaque renseignement demandé figure dans le maximum.", "Each claim asked for is within the maximum.");

    private Findings() {}

    static Text inForce(Text title) {
        return new Text("«\u00a0" + title.fr() + "\u00a0» est en vigueur.", "“" + title.en() + "” is in force.");
    }

    static Text belongs(Text party) {
        return new Text(
                "Le service relève de\u00a0: " + party.fr() + ".", "The service belongs to: " + party.en() + ".");
    }

    static Text named(Text party) {
        return new Text(
                "L’émetteur est nommé par\u00a0: " + party.fr() + ".", "The issuer is named by: " + party.en() + ".");
    }

    static Text someNamed(int count) {
        return new Text(
                "Émetteurs nommés par les parties\u00a0: " + count + ".",
                "Issuers named by the parties: " + count + ".");
    }

    static Text underClauses(Collection<String> numbers) {
        String list = String.join(", ", numbers);
        return numbers.size() == 1
                ? new Text("La clause " + list + " le prévoit.", "Clause " + list + " provides for it.")
                : new Text("Les clauses " + list + " le prévoient.", "Clauses " + list + " provide for it.");
    }

    static Text noPurpose(String purpose) {
        return new Text(
                "Aucune clause ne prévoit le motif «\u00a0" + purpose + "\u00a0» pour ce service.",
                "No clause provides for the purpose “" + purpose + "” for this service.");
    }

    static Text noType(String credentialType) {
        return new Text(
                "Aucune clause ne reconnaît ce type d’attestation pour ce motif\u00a0: " + credentialType + ".",
                "No clause recognises this type of credential for this purpose: " + credentialType + ".");
    }

    static Text beyond(String clause, Collection<String> claims) {
        String list = String.join(", ", claims);
        return new Text(
                "Au-delà du maximum de la clause " + clause + "\u00a0: " + list + ".",
                "Beyond the maximum of clause " + clause + ": " + list + ".");
    }

    static Text permitted(String clause, Text title) {
        return new Text(
                "Accepté selon la clause " + clause + " de «\u00a0" + title.fr() + "\u00a0».",
                "Accepted under clause " + clause + " of “" + title.en() + "”.");
    }
}
