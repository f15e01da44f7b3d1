package org.entente.node.agreements.explain;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.agreements.Question;
import org.entente.node.kernel.Origins;
import org.entente.node.web.FormErrors;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.dcql.ClaimPath;
import org.springframework.util.MultiValueMap;

/**
 * What somebody chose, as it stands in the address; nothing of it concerns a person.
 *
 * @param entente the name of one, or empty for whichever comes closest
 * @param claims paths with dots
 * @param day as {@code 2026-12-24}; empty for now
 */
public record PathQuery(
        String entente, String type, String issuer, String verifier, String purpose, List<String> claims, String day) {
    private static final int LONGEST = 256;
    private static final int MOST_CLAIMS = 100;

    public PathQuery {
        claims = List.copyOf(claims);
    }

    /** By the names of the parameters in the address; what is absent is empty. */
    static PathQuery read(MultiValueMap<String, String> chosen) {
        return new PathQuery(
                first(chosen, "entente"),
                first(chosen, "type"),
                first(chosen, "issuer"),
                first(chosen, "verifier"),
                first(chosen, "purpose"),
                chosen.getOrDefault("claim", List.of()).stream()
                        .filter(claim -> !claim.isEmpty())
                        .toList(),
                first(chosen, "day"));
    }

    private static String first(MultiValueMap<String, String> chosen, String name) {
        return chosen.getOrDefault(name, List.of("")).getFirst();
    }

    /** Whether nothing was chosen yet but perhaps an entente. */
    boolean isOfNothing() {
        return (type + issuer + verifier + purpose + day).isEmpty() && claims.isEmpty();
    }

    /** What must be chosen and is not, or cannot be understood. */
    FormErrors errors() {
        FormErrors errors = FormErrors.none();
        errors = type.isBlank() || isTooLong(type) ? errors.with("type", "agreements.proof.error.choose") : errors;
        errors = address(issuer).isEmpty() ? errors.with("issuer", "agreements.proof.error.choose") : errors;
        errors = address(verifier).isEmpty() ? errors.with("verifier", "agreements.proof.error.choose") : errors;
        errors = purpose.isBlank() || isTooLong(purpose)
                ? errors.with("purpose", "agreements.proof.error.choose")
                : errors;
        errors = paths().isEmpty() ? errors.with("claim", "agreements.proof.error.claims") : errors;
        return day.isEmpty() || date().isPresent() ? errors : errors.with("day", "agreements.proof.error.day");
    }

    private static boolean isTooLong(String text) {
        return text.length() > LONGEST;
    }

    /** The question; only where there are no {@link #errors}. */
    Question question() {
        return new Question(
                address(verifier).orElseThrow(), purpose, type, address(issuer).orElseThrow(), paths().orElseThrow());
    }

    /** The moment asked about: now, or noon (UTC) of another day. */
    Instant at(Instant now) {
        return date().filter(date -> !date.equals(LocalDate.ofInstant(now, ZoneOffset.UTC)))
                .map(date -> date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC))
                .orElse(now);
    }

    private Optional<LocalDate> date() {
        try {
            return day.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(day)).filter(PathQuery::isPlausible);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlausible(LocalDate date) {
        return date.getYear() >= 1900 && date.getYear() < 3000;
    }

    private Optional<Set<ClaimPath>> paths() {
        if (claims.size() > MOST_CLAIMS) {
            return Optional.empty();
        }
        try {
            return Optional.of(claims.stream()
                    .map(path -> ClaimPath.of(List.of(path.split("\\.", -1))))
                    .collect(Collectors.toSet()));
        } catch (ProtocolError e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> address(String text) {
        try {
            return isTooLong(text)
                    ? Optional.empty()
                    : Optional.of(URI.create(text)).filter(Origins::isAcceptable);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
