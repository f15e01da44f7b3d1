package org.entente.node.verification.check;

import java.util.List;
import java.util.Locale;
import org.entente.node.agreements.ProofStep;
import org.entente.node.kernel.Text;

/** What is checked of an answer, in this order; the ruling of the entente comes before {@link #STATUS_LIST}. */
public enum CheckStep {
    /** The answer was encrypted to the key made for this request (OID4VP 1.0 §8.3). */
    DECRYPTION(
            "La réponse était-elle chiffrée pour cette demande ?",
            "Was the answer encrypted for this request?",
            "Elle l’était, avec la clé créée pour cette seule demande.",
            "It was, with the key made for this request alone.",
            "Elle n’a pas pu être déchiffrée.",
            "It could not be decrypted.",
            "Recommencez depuis la page du service.",
            "Start again from the service’s page."),
    /** One presentation came for the one credential asked (OID4VP 1.0 §8.1). */
    ANSWER(
            "La réponse contient-elle l’attestation demandée, et elle seule ?",
            "Does the answer hold the credential that was asked, and nothing else?",
            "Une attestation, sous le nom demandé.",
            "One credential, under the name that was asked.",
            "La réponse n’a pas la forme de la demande.",
            "The answer does not have the form of the request.",
            "Recommencez ; si cela se répète, le portefeuille est en cause.",
            "Start again; if it happens again, the wallet is at fault."),
    /** An SD-JWT VC of the type asked (RFC 9901 §7, SD-JWT VC §2.2). */
    FORMAT(
            "Est-ce une attestation du format et du type demandés ?",
            "Is it a credential of the format and type that were asked?",
            "Le format et le type sont les bons.",
            "Format and type are right.",
            "Le format ou le type n’est pas celui qui était demandé, ou l’attestation est mal formée.",
            "The format or type is not what was asked, or the credential is malformed.",
            "Présentez l’attestation demandée ; si c’est elle, demandez-en une nouvelle à son émetteur.",
            "Present the credential that is asked; if it is the right one, obtain a new one from its issuer."),
    /** An entente in force pins a credential authority for the issuer's party. */
    AUTHORITY(
            "L’autorité de certification de l’émetteur est-elle fixée par l’entente ?",
            "Does the entente pin the issuer’s certificate authority?",
            "L’entente en fixe une pour cette partie.",
            "The entente pins one for that party.",
            "Aucune entente en vigueur n’en fixe une pour cet émetteur.",
            "No entente in force pins one for this issuer.",
            "Présentez une attestation d’un émetteur reconnu par l’entente.",
            "Present a credential of an issuer that the entente recognises."),
    /** The chain leads to that authority and no other (HAIP 1.0 §6.1.1, RFC 5280 §6). */
    CERTIFICATE(
            "Le certificat de l’émetteur vient-il de cette autorité ?",
            "Does the issuer’s certificate come from that authority?",
            "La chaîne mène à l’autorité fixée pour cette partie.",
            "The chain leads to the authority pinned for that party.",
            "La chaîne ne mène pas à l’autorité fixée pour cette partie.",
            "The chain does not lead to the authority pinned for that party.",
            "L’émetteur doit signer avec un certificat de sa propre administration.",
            "The issuer has to sign with a certificate of its own government."),
    /** The leaf certificate names the issuer as SAN URI (SD-JWT VC §3.5). */
    ISSUER_BINDING(
            "Le certificat appartient-il à l’émetteur que l’attestation nomme ?",
            "Does the certificate belong to the issuer that the credential names?",
            "Le certificat nomme cet émetteur.",
            "The certificate names this issuer.",
            "Le certificat appartient à un autre émetteur.",
            "The certificate belongs to another issuer.",
            "N’utilisez plus cette attestation et signalez-la à l’émetteur qu’elle nomme.",
            "Stop using this credential and report it to the issuer that it names."),
    /** The issuer's key signed the credential (RFC 9901 §7.1). */
    SIGNATURE(
            "L’émetteur a-t-il signé l’attestation ?",
            "Did the issuer sign the credential?",
            "La signature est celle de l’émetteur.",
            "The signature is the issuer’s.",
            "La signature n’est pas celle de l’émetteur.",
            "The signature is not the issuer’s.",
            "Demandez une nouvelle attestation à son émetteur.",
            "Obtain a new credential from its issuer."),
    /** The day is within the credential's validity (RFC 7519 §4.1.4 to §4.1.6). */
    VALIDITY(
            "L’attestation est-elle valide aujourd’hui ?",
            "Is the credential valid today?",
            "Elle est dans sa période de validité.",
            "It is within its period of validity.",
            "Elle est échue, ou n’est pas encore valide.",
            "It has expired, or is not valid yet.",
            "Renouvelez-la auprès de son émetteur.",
            "Renew it with its issuer."),
    /** The credential is bound to a key, and possession is shown (RFC 9901 §4.3). */
    HOLDER_KEY(
            "L’attestation est-elle liée à son titulaire, qui le prouve ?",
            "Is the credential bound to its holder, who proves it?",
            "Elle est liée à une clé, et une preuve l’accompagne.",
            "It is bound to a key, and a proof comes with it.",
            "La preuve du titulaire manque.",
            "The holder’s proof is missing.",
            "Présentez l’attestation depuis le portefeuille qui l’a reçue.",
            "Present the credential from the wallet that received it."),
    /** The holder's key signed the proof (RFC 9901 §7.3). */
    HOLDER_SIGNATURE(
            "Le titulaire a-t-il signé la preuve ?",
            "Did the holder sign the proof?",
            "La signature est celle du titulaire.",
            "The signature is the holder’s.",
            "La signature n’est pas celle du titulaire.",
            "The signature is not the holder’s.",
            "Présentez l’attestation depuis le portefeuille qui l’a reçue.",
            "Present the credential from the wallet that received it."),
    /** The proof answers this request (OID4VP 1.0 §14.1.2). */
    NONCE(
            "La preuve répond-elle à cette demande ?",
            "Does the proof answer this request?",
            "Elle reprend le nombre unique de la demande.",
            "It repeats the request’s one-time number.",
            "Elle répond à une autre demande.",
            "It answers another request.",
            "Recommencez depuis la page du service.",
            "Start again from the service’s page."),
    /** The proof is for this verifier (OID4VP 1.0 §14.1.2). */
    AUDIENCE(
            "La preuve est-elle destinée à ce service ?",
            "Is the proof meant for this service?",
            "Elle le nomme comme destinataire.",
            "It names this service as its recipient.",
            "Elle est destinée à un autre service.",
            "It is meant for another service.",
            "Recommencez depuis la page du service ; un autre site pourrait s’être interposé.",
            "Start again from the service’s page; another site may have stepped in between."),
    /** The proof covers this credential and these disclosures (RFC 9901 §4.3.1). */
    PRESENTATION_HASH(
            "La preuve porte-t-elle sur ces renseignements précis ?",
            "Does the proof cover exactly these claims?",
            "Elle porte sur l’attestation telle que présentée.",
            "It covers the credential as it was presented.",
            "Ce qui est présenté n’est pas ce que le titulaire a signé.",
            "What was presented is not what the holder signed.",
            "Recommencez ; si cela se répète, le portefeuille est en cause.",
            "Start again; if it happens again, the wallet is at fault."),
    /** The proof was made a short while ago (RFC 9901 §7.3). */
    PRESENTATION_TIME(
            "La preuve vient-elle d’être faite ?",
            "Was the proof made just now?",
            "Elle date de quelques instants.",
            "It is moments old.",
            "Elle est trop ancienne, ou datée du futur.",
            "It is too old, or dated in the future.",
            "Vérifiez l’heure de l’appareil, puis recommencez.",
            "Check the device’s clock, then start again."),
    /** What is disclosed is what was asked (OID4VP 1.0 §6.4.1). */
    DISCLOSED_CLAIMS(
            "A-t-on reçu les renseignements demandés, et aucun autre ?",
            "Were the claims that were asked received, and no others?",
            "Les renseignements demandés, et eux seuls.",
            "The claims that were asked, and only those.",
            "Il manque un renseignement demandé, ou il y en a de trop ; rien n’a été conservé.",
            "A claim that was asked is missing, or there are more; nothing was kept.",
            "Recommencez ; si cela se répète, l’attestation ou le portefeuille ne convient pas à ce service.",
            "Start again; if it happens again, the credential or the wallet does not suit this service."),
    /** A status list of the issuer is at hand, as fresh as the clause demands (Token Status List §8.3). */
    STATUS_LIST(
            "Connaît-on l’état de l’attestation, assez récemment ?",
            "Is the credential’s status known, and recently enough?",
            "Notre copie de la liste de l’émetteur est assez récente ; personne n’a été interrogé.",
            "Our copy of the issuer’s list is fresh enough; nobody was asked.",
            "Nous n’avons pas de copie assez récente et authentique de la liste de l’émetteur.",
            "We have no copy of the issuer’s list that is recent and genuine enough.",
            "Réessayez dans quelques minutes ; sinon, présentez-vous au comptoir.",
            "Try again in a few minutes; otherwise come to the counter."),
    /** The list says that the credential holds (Token Status List §7.1). */
    STATUS(
            "L’attestation est-elle toujours en règle ?",
            "Does the credential still hold?",
            "Elle n’est ni révoquée ni suspendue.",
            "It is neither revoked nor suspended.",
            "Elle a été révoquée ou suspendue.",
            "It was revoked or suspended.",
            "Demandez une nouvelle attestation à son émetteur.",
            "Obtain a new credential from its issuer.");

    private final Text checked;
    private final Text held;
    private final Text broken;
    private final Text mend;

    CheckStep(String... texts) {
        List<String> all = List.of(texts);
        this.checked = new Text(all.get(0), all.get(1));
        this.held = new Text(all.get(2), all.get(3));
        this.broken = new Text(all.get(4), all.get(5));
        this.mend = new Text(all.get(6), all.get(7));
    }

    /** The step's name in interfaces, for instance {@code issuer-binding}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ProofStep passed() {
        return ProofStep.passed(id(), checked, held);
    }

    ProofStep failed() {
        return ProofStep.failed(id(), checked, broken, mend);
    }

    ProofStep notReached() {
        return ProofStep.notReached(id(), checked);
    }
}
