package org.entente.node.agreements.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.document.Clause;
import org.entente.node.agreements.document.Entente;
import org.entente.node.agreements.document.OrganisationRef;
import org.entente.node.agreements.document.Paragraph;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.document.Reach;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.JsonNode;

/**
 * A clause beside the paragraph that it implements.
 *
 * @param fresh whether the paragraph is still the one for which it was written
 * @param accountable the name of the accountable party
 * @param issuers the organisations that it names as issuers; empty when it names none
 * @param verifiers the organisations that it names as verifiers; empty when it names none
 */
public record Provision(
        Clause clause, boolean fresh, Text accountable, List<Organisation> issuers, List<Organisation> verifiers) {
    /** An organisation that a clause names: its party's name and its own identifier. */
    public record Organisation(Text party, String id) {}

    static List<Provision> of(Entente entente, Paragraph paragraph, Map<String, Party> parties) {
        return entente.clauses().stream()
                .filter(clause -> clause.head().paragraph().equals(paragraph.number()))
                .map(clause -> of(entente, clause, parties))
                .toList();
    }

    private static Provision of(Entente entente, Clause clause, Map<String, Party> parties) {
        boolean fresh = entente.isFresh(clause);
        Text accountable = Names.party(parties, clause.head().party());
        return clause instanceof Clause.Recognise recognise
                ? new Provision(
                        clause,
                        fresh,
                        accountable,
                        named(recognise.issuers(), parties),
                        named(recognise.verifiers(), parties))
                : new Provision(clause, fresh, accountable, List.of(), List.of());
    }

    private static List<Organisation> named(Reach reach, Map<String, Party> parties) {
        return switch (reach) {
            case Reach.AllParties(), Reach.OtherParties() -> List.of();
            case Reach.Named(var organisations) ->
                organisations.stream()
                        .sorted(Comparator.comparing(OrganisationRef::party)
                                .thenComparing(OrganisationRef::organisation))
                        .map(one -> new Organisation(Names.party(parties, one.party()), one.organisation()))
                        .toList();
        };
    }

    /** Until when it counts although its text has changed. */
    public Optional<Instant> staleUntil() {
        return fresh
                ? Optional.empty()
                : Optional.of(clause.head().staleUntil()).filter(until -> until.isAfter(Instant.MIN));
    }

    /** Whether a room of this node holds to it, rather than only showing it. */
    public boolean isEnforced() {
        return (fresh || staleUntil().isPresent()) && !(clause instanceof Clause.Carried);
    }

    /** Whom a clause means when it names nobody: the key's end in the catalogue. */
    public static String reach(Reach reach) {
        return switch (reach) {
            case Reach.AllParties() -> "all";
            case Reach.OtherParties() -> "others";
            case Reach.Named ignored -> "named";
        };
    }

    /** The most that may be asked, in a steady order. */
    public static List<ClaimPath> inOrder(Clause.Recognise clause) {
        return clause.maximumClaims().stream()
                .sorted(Comparator.comparing(ClaimPath::toString))
                .toList();
    }

    /** What a clause says that no room enforces, if it says it in a text. */
    public static Optional<Text> what(Clause.Carried clause) {
        JsonNode what = clause.members().path("what");
        String fr = what.path("fr").asString("");
        String en = what.path("en").asString("");
        return fr.isBlank() || en.isBlank() ? Optional.empty() : Optional.of(new Text(fr, en));
    }
}
