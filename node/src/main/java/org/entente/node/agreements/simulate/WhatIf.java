package org.entente.node.agreements.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.node.agreements.document.Party;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.web.FormErrors;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;

/**
 * What an officer chose to try, as it stands in the address.
 *
 * @param table whether the text on the table is tried rather than the one in force
 * @param joins the code of a government that joins
 * @param kind of government that it is, as documents write it; a province where it is not said
 * @param level up to which it issues
 * @param drops a claim, as a path with dots
 * @param raises a level of assurance
 * @param rotates the key of a party
 * @param expires the key of a party
 * @param on the day of that
 */
public record WhatIf(
        boolean table,
        String joins,
        String kind,
        String level,
        String drops,
        String raises,
        String rotates,
        String expires,
        String on) {
    private static final String LEVEL = "[1-4]";

    /** By the names of the parameters in the address; what is absent is empty. */
    public static WhatIf read(boolean table, Map<String, String> chosen) {
        return new WhatIf(
                table,
                chosen.getOrDefault("joins", ""),
                chosen.getOrDefault("kind", ""),
                chosen.getOrDefault("level", ""),
                chosen.getOrDefault("drops", ""),
                chosen.getOrDefault("raises", ""),
                chosen.getOrDefault("rotates", ""),
                chosen.getOrDefault("expires", ""),
                chosen.getOrDefault("on", ""));
    }

    /** What cannot be understood. */
    public FormErrors errors() {
        FormErrors errors = FormErrors.none();
        boolean badParty = !joins.isEmpty() && !joins.matches(Party.KEY);
        errors = badParty ? errors.with("joins", "agreements.what-if.error.party") : errors;
        errors = governmentKind().isEmpty() ? errors.with("kind", "agreements.what-if.error.kind") : errors;
        errors =
                !drops.isEmpty() && claim().isEmpty() ? errors.with("drops", "agreements.what-if.error.claim") : errors;
        errors = level(level).isEmpty() || level(raises).isEmpty()
                ? errors.with("raises", "agreements.what-if.error.level")
                : errors;
        return !expires.isEmpty() && day().isEmpty() ? errors.with("on", "agreements.proof.error.day") : errors;
    }

    /** The changes; only where there are no {@link #errors}. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        if (!joins.isEmpty()) {
            changes.add(new Change.Joins(
                    joins,
                    governmentKind().orElse(Jurisdiction.Kind.PROVINCE),
                    level(level).filter(given -> given > 0).orElse(4)));
        }
        claim().filter(claim -> !drops.isEmpty()).ifPresent(claim -> changes.add(new Change.Drops(claim)));
        level(raises).filter(given -> given > 0).ifPresent(given -> changes.add(new Change.Raises(given)));
        if (!rotates.isEmpty()) {
            changes.add(new Change.Rotates(rotates));
        }
        day().filter(day -> !expires.isEmpty()).ifPresent(day -> changes.add(new Change.Expires(expires, day)));
        return changes;
    }

    /** Whether nothing but the text itself is tried. */
    boolean changesNothing() {
        return (joins + drops + raises + rotates + expires).isEmpty();
    }

    /** The moment at which questions are put: now, or when a list ends. */
    Instant at(Instant now) {
        return day().filter(day -> !expires.isEmpty() && day.isAfter(now)).orElse(now);
    }

    private Optional<Jurisdiction.Kind> governmentKind() {
        return kind.isEmpty()
                ? Optional.of(Jurisdiction.Kind.PROVINCE)
                : kinds().stream().filter(one -> code(one).equals(kind)).findFirst();
    }

    private static List<Jurisdiction.Kind> kinds() {
        return List.of(Jurisdiction.Kind.values());
    }

    private static String code(Jurisdiction.Kind one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What can be chosen as the kind of a government. */
    public static List<String> kindCodes() {
        return kinds().stream().map(WhatIf::code).toList();
    }

    private static Optional<Integer> level(String text) {
        if (text.isEmpty()) {
            return Optional.of(0);
        }
        return text.matches(LEVEL) ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private Optional<ClaimPath> claim() {
        try {
            return Optional.of(ClaimPath.of(List.of(drops.split("\\.", -1))));
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    private Optional<Instant> day() {
        try {
            return Optional.of(LocalDate.parse(on).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
