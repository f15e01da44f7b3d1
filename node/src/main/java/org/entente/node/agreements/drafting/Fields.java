package org.entente.node.agreements.drafting;

import static org.entente.node.agreements.drafting.Field.bothLanguages;
import static org.entente.node.agreements.drafting.Field.choice;
import static org.entente.node.agreements.drafting.Field.column;
import static org.entente.node.agreements.drafting.Field.day;
import static org.entente.node.agreements.drafting.Field.line;
import static org.entente.node.agreements.drafting.Field.lines;
import static org.entente.node.agreements.drafting.Field.mark;
import static org.entente.node.agreements.drafting.Field.rows;
import static org.entente.node.agreements.drafting.Field.whole;
import static org.entente.node.agreements.drafting.Field.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.node.agreements.drafting.Field.Kind;

/** The forms: which fields the general part, a paragraph, a party and each kind of clause have. */
public final class Fields {
    /** Of the whole entente. */
    static final List<Field> GENERAL = List.of(
            bothLanguages("title", "/title"),
            bothLanguages("notice", "/notice").optional(),
            day("from", "/term/from"),
            day("until", "/term/until"),
            day("review", "/term/review"),
            line("accession-paragraph", "/accession/paragraph"),
            choice("accession", "/accession/approval", "unanimity", "quorum", "open"),
            whole("accession-quorum", "/accession/quorum").optional(),
            whole("suspension-quorum", "/suspension/quorum"));

    /** Of a paragraph. */
    static final List<Field> PARAGRAPH = List.of(bothLanguages("text", ""));

    /** What a party states of itself. */
    public static final List<Field> PARTY = List.of(
            rows(
                    "issuers",
                    "/issuers",
                    column("organisation", "/organisation"),
                    words("credential-types", "/credential_types")),
            rows(
                    "approval",
                    "/approval",
                    column("step-fr", "/step/fr"),
                    column("step-en", "/step/en"),
                    column("office-fr", "/office/fr"),
                    column("office-en", "/office/en"),
                    mark("by-another", "/by_another")));

    /** Of a clause that was bound to another text of its paragraph. */
    public static final Field COUNTS_UNTIL = day("counts-until", "/text/until");

    private static final Map<String, List<Field>> CLAUSES = Map.of(
            "recognise", recognise(),
            "no-personal-information", List.of(),
            "exit",
                    List.of(
                            whole("notice-days", "/notice_days"),
                            whole("sunset-days", "/sunset_days"),
                            lines("survival", "/survival")),
            "service-level",
                    List.of(
                            whole("availability", "/availability_per_mille"),
                            whole("freshness", "/status_freshness_seconds"),
                            whole("incident-hours", "/incident_response_hours")),
            "duty",
                    List.of(
                            line("party", "/party"),
                            bothLanguages("what", "/what"),
                            day("by", "/by"),
                            bothLanguages("evidence", "/evidence")),
            "report",
                    List.of(
                            lines("counts", "/counts"),
                            whole("threshold", "/threshold"),
                            whole("every-days", "/every_days")),
            "share", share(),
            "cost", cost());

    private Fields() {}

    /** The kinds of clauses, in the order in which they are offered. */
    public static List<String> kinds() {
        return List.of(
                "recognise", "service-level", "duty", "report", "share", "cost", "exit", "no-personal-information");
    }

    /** Of a clause of this kind, with its paragraph and who is accountable. */
    static List<Field> clause(String kind) {
        List<Field> fields = new ArrayList<>(CLAUSES.getOrDefault(kind, List.of()));
        fields.add(line("accountable", "/accountable/party"));
        fields.add(bothLanguages("office", "/accountable/office"));
        return fields;
    }

    private static List<Field> recognise() {
        return List.of(
                line("credential-type", "/credential_type"),
                choice("format", "/format", "dc+sd-jwt", "mso_mdoc"),
                Field.of(Kind.REACH, "issuers", "/issuers"),
                Field.of(Kind.REACH, "verifiers", "/verifiers"),
                choice("assurance", "/assurance/level", "1", "2", "3", "4"),
                rows(
                        "purposes",
                        "/purposes",
                        column("purpose", "/id"),
                        column("sector", "/sector"),
                        column("name-fr", "/name/fr"),
                        column("name-en", "/name/en")),
                Field.of(Kind.CLAIMS, "claims", "/maximum_claims"),
                whole("retention-days", "/retention_days"),
                whole("freshness", "/status_freshness_seconds"));
    }

    private static List<Field> share() {
        return List.of(
                line("data-class", "/data_class"),
                line("from-party", "/from"),
                line("to-party", "/to"),
                rows(
                        "authorities",
                        "/authorities",
                        column("party", "/party"),
                        column("authority-fr", "/authority/fr"),
                        column("authority-en", "/authority/en")),
                choice("marking", "/marking", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"),
                bothLanguages("onward-use", "/onward_use"),
                day("until", "/until"));
    }

    private static List<Field> cost() {
        return List.of(
                whole("equal-percent", "/equal_percent"),
                whole("population-percent", "/population_percent"),
                whole("usage-percent", "/usage_percent"),
                whole("floor-cents", "/floor_cents").optional(),
                whole("cap-cents", "/cap_cents").optional(),
                rows(
                        "inputs",
                        "/inputs",
                        column("hash", "/hash"),
                        column("name-fr", "/name/fr"),
                        column("name-en", "/name/en")));
    }
}
