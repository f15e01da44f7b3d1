package org.entente.node.agreements.document;

import static org.entente.node.agreements.document.Members.address;
import static org.entente.node.agreements.document.Members.instant;
import static org.entente.node.agreements.document.Members.list;
import static org.entente.node.agreements.document.Members.string;
import static org.entente.node.agreements.document.Members.strings;
import static org.entente.node.agreements.document.Members.text;

import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.Question;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Origins;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.JsonNode;

/** Reads a document whose shape the schema has checked. */
final class DocumentReader {
    private static final String PATH = "/ententes/";

    private DocumentReader() {}

    static DocumentContent read(JsonNode json) {
        URI id = address(string(json, "id"));
        List<Party> parties = list(json, "parties", PartyReader::read);
        return new DocumentContent(
                id,
                name(id),
                json.path("version").intValue(),
                json.has("supersedes") ? List.of(string(json, "supersedes")) : List.of(),
                text(json, "title"),
                json.has("notice") ? List.of(text(json, "notice")) : List.of(),
                list(json, "paragraphs", DocumentReader::paragraph),
                parties,
                term(json.path("term")),
                accession(json.path("accession")),
                json.path("suspension").path("quorum").intValue(),
                list(json, "clauses", ClauseReader::read),
                list(json, "golden_cases", golden -> goldenCase(golden, parties)));
    }

    private static String name(URI id) {
        String path = id.toString().substring(Origins.of(id).toString().length());
        String name = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
        if (!name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new ProtocolError("invalid_entente", "an entente's address is <node>/ententes/<name>");
        }
        return name;
    }

    private static Paragraph paragraph(JsonNode json) {
        return new Paragraph(string(json, "number"), json.path("heading").asBoolean(false), text(json));
    }

    private static Term term(JsonNode json) {
        return new Term(
                instant(json, "from", Instant.MIN),
                instant(json, "until", Instant.MAX),
                instant(json, "review", Instant.MAX));
    }

    private static AccessionRule accession(JsonNode json) {
        AccessionRule.Approval approval = switch (string(json, "approval")) {
            case "quorum" ->
                new AccessionRule.Approval.Quorum(json.path("quorum").intValue());
            case "open" -> new AccessionRule.Approval.Open();
            default -> new AccessionRule.Approval.Unanimity();
        };
        Set<Jurisdiction.Kind> kinds = json.has("kinds")
                ? strings(json, "kinds").stream().map(Members::kind).collect(Collectors.toUnmodifiableSet())
                : EnumSet.allOf(Jurisdiction.Kind.class);
        return new AccessionRule(string(json, "paragraph"), approval, kinds);
    }

    private static GoldenCase goldenCase(JsonNode json, List<Party> parties) {
        JsonNode question = json.path("question");
        JsonNode expect = json.path("expect");
        return new GoldenCase(
                text(json, "title"),
                instant(json, "at", Instant.MIN),
                new Question(
                        asker(string(question, "verifier"), parties),
                        string(question, "purpose"),
                        string(question, "credential_type"),
                        asker(string(question, "issuer"), parties),
                        Set.copyOf(list(question, "claims", ClaimPath::parseMembers))),
                expect.has("permitted")
                        ? new GoldenCase.Expectation.Permitted(string(expect, "permitted"))
                        : new GoldenCase.Expectation.Refused(string(expect, "refused")));
    }

    private static URI asker(String text, List<Party> parties) {
        if (text.contains("://")) {
            return address(text);
        }
        OrganisationRef reference = OrganisationRef.parse(text);
        return parties.stream()
                .filter(party -> party.key().equals(reference.party()))
                .findFirst()
                .map(party -> party.organisation(reference.organisation()))
                .orElseThrow(() -> new ProtocolError("invalid_entente", "a golden case names no party"));
    }
}
