package org.entente.node.agreements.compile;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.node.agreements.RecognisedIssuers;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.ruling.HeldEntente;
import org.entente.node.agreements.ruling.Recognition;
import org.entente.node.agreements.ruling.Rulings;
import org.entente.node.kernel.Text;
import org.entente.protocols.json.Json;
import org.entente.protocols.x509.Certificates;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whose credentials somebody accepts under an entente, as a list of trusted entities in the JSON form of ETSI TS 119 602
 * v1.1.1. Who is suspended is not in it. An entente knows no postal addresses; the name stands where one must.
 */
final class CompileTrustList {
    /** The list's type and its service's: ours, since TS 119 602 names none for an agreement. */
    static final String TYPE = "urn:entente:lote:credential-issuers:1";

    static final String SERVICE = "urn:entente:service:credential-issuance:1";
    private static final String COUNTRY = "CA";

    private CompileTrustList() {}

    /** The trusted entities: what decides whether the list has to be published anew. */
    static ArrayNode entities(HeldEntente held, Instant now) {
        ArrayNode list = Json.newArray();
        recognised(held, now).forEach((key, types) -> {
            Party party = held.state().member(key).orElseThrow().party();
            ObjectNode entity = list.addObject();
            information(entity.putObject("TrustedEntityInformation"), party);
            ArrayNode services = entity.putArray("TrustedEntityServices");
            types.forEach((type, issuers) -> services.add(service(party, type, issuers)));
        });
        return list;
    }

    /** The whole list as the publisher {@code operator} numbers it. */
    static ObjectNode list(
            Entente entente,
            Text operator,
            URI address,
            int sequence,
            Instant issuedAt,
            Instant next,
            ArrayNode entities) {
        ObjectNode lote = Json.newObject();
        ObjectNode list = lote.putObject("LoTE");
        ObjectNode scheme = list.putObject("ListAndSchemeInformation");
        scheme.put("LoTEVersionIdentifier", 1)
                .put("LoTESequenceNumber", sequence)
                .put("LoTEType", TYPE);
        scheme.set("SchemeOperatorName", texts(operator, "value"));
        scheme.set("SchemeName", texts(entente.title(), "value"));
        scheme.set("SchemeInformationURI", address(entente.id()));
        scheme.put("SchemeTerritory", COUNTRY)
                .put("ListIssueDateTime", issuedAt.toString())
                .put("NextUpdate", next.toString());
        scheme.putArray("DistributionPoints").add(address.toString());
        list.set("TrustedEntitiesList", entities);
        return lote;
    }

    /** For each party, by key, and each type, the organisations that a bound party accepts. */
    private static Map<String, Map<String, Set<URI>>> recognised(HeldEntente held, Instant now) {
        Map<String, Map<String, Set<URI>>> all = new TreeMap<>();
        for (Member verifier : held.state().boundAt(now)) {
            held.state()
                    .entente()
                    .clauses(Clause.Recognise.class)
                    .forEach(clause -> Recognition.verifiers(clause, verifier.party())
                            .flatMap(address ->
                                    Rulings.recognised(address, clause.credentialType(), List.of(held), now).stream())
                            .forEach(found -> all.computeIfAbsent(key(held, found), any -> new TreeMap<>())
                                    .computeIfAbsent(clause.credentialType(), any -> new TreeSet<>())
                                    .addAll(found.issuers())));
        }
        return all;
    }

    private static String key(HeldEntente held, RecognisedIssuers found) {
        return held.state().owner(found.party()).orElseThrow().party().key();
    }

    private static void information(ObjectNode information, Party party) {
        information.set("TEName", texts(party.name(), "value"));
        ObjectNode address = information.putObject("TEAddress");
        ArrayNode postal = address.putArray("TEPostalAddress");
        postal.addObject()
                .put("lang", "fr")
                .put("StreetAddress", party.name().fr())
                .put("Country", COUNTRY);
        postal.addObject()
                .put("lang", "en")
                .put("StreetAddress", party.name().en())
                .put("Country", COUNTRY);
        address.set("TEElectronicAddress", address(party.entity()));
        information.set("TEInformationURI", address(party.entity()));
    }

    private static ObjectNode service(Party party, String type, Set<URI> issuers) {
        ObjectNode service = Json.newObject();
        ObjectNode information = service.putObject("ServiceInformation");
        information.set("ServiceName", texts(new Text(type, type), "value"));
        ObjectNode identity = information.putObject("ServiceDigitalIdentity");
        identity.putArray("X509Certificates")
                .addObject()
                .put("val", Certificates.toBase64(party.credentialAuthority()));
        information.put("ServiceTypeIdentifier", SERVICE);
        ArrayNode points = information.putArray("ServiceSupplyPoints");
        issuers.forEach(issuer -> points.addObject().put("ServiceType", SERVICE).put("uriValue", issuer.toString()));
        return service;
    }

    private static ArrayNode address(URI address) {
        return texts(new Text(address.toString(), address.toString()), "uriValue");
    }

    private static ArrayNode texts(Text text, String member) {
        ArrayNode array = Json.newArray();
        array.addObject().put("lang", "fr").put(member, text.fr());
        array.addObject().put("lang", "en").put(member, text.en());
        return array;
    }
}
