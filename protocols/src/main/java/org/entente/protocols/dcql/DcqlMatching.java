package org.entente.protocols.dcql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.protocols.dcql.DcqlMatch.Candidate;
import org.entente.protocols.dcql.DcqlMatch.Choice;
import org.entente.protocols.dcql.DcqlMatch.Extra;

/** Finds what a holder may show in answer to a query, and never more than the query asks (OID4VP 1.0 §6.4). */
public final class DcqlMatching {
    private DcqlMatching() {}

    /** Matches a query against all that the holder has. */
    public static DcqlMatch match(DcqlQuery query, List<Holding> holdings) {
        return match(query, holdings, reference -> true);
    }

    /**
     * Matches a query against all that the holder has.
     *
     * @param usable whether a holding can be shown, by the holder's name for it: of the options of a set the first is taken that can
     *     be met by such holdings alone, and where there is none, the first that can be met at all
     */
    public static DcqlMatch match(DcqlQuery query, List<Holding> holdings, Predicate<String> usable) {
        Map<String, List<Candidate>> candidates = new LinkedHashMap<>();
        for (CredentialQuery credential : query.credentials()) {
            List<Candidate> found = candidates(credential, holdings);
            if (!found.isEmpty()) {
                candidates.put(credential.id(), found);
            }
        }
        Set<String> wanted = new LinkedHashSet<>();
        if (query.sets().isEmpty()) {
            query.credentials().forEach(credential -> wanted.add(credential.id()));
        }
        Set<String> missing = new LinkedHashSet<>();
        Map<Integer, List<String>> extras = new LinkedHashMap<>();
        for (int i = 0; i < query.sets().size(); i++) {
            CredentialSetQuery set = query.sets().get(i);
            Optional<List<String>> option = option(set, candidates, usable);
            if (!set.required()) {
                extras.put(i, option.orElse(List.of()));
            } else if (option.isPresent()) {
                wanted.addAll(option.get());
            } else {
                missing.addAll(set.options().getFirst());
            }
        }
        missing.addAll(wanted);
        missing.removeAll(candidates.keySet());
        return missing.isEmpty()
                ? new DcqlMatch.Satisfied(choices(wanted, candidates), extras(extras, wanted, candidates))
                : new DcqlMatch.Unsatisfied(List.copyOf(missing));
    }

    private static Optional<List<String>> option(
            CredentialSetQuery set, Map<String, List<Candidate>> candidates, Predicate<String> usable) {
        List<List<String>> met = set.options().stream()
                .filter(names -> candidates.keySet().containsAll(names))
                .toList();
        return met.stream()
                .filter(names -> names.stream()
                        .allMatch(name -> candidates.getOrDefault(name, List.of()).stream()
                                .anyMatch(candidate -> usable.test(candidate.reference()))))
                .findFirst()
                .or(() -> met.stream().findFirst());
    }

    private static List<Choice> choices(Collection<String> names, Map<String, List<Candidate>> candidates) {
        return names.stream()
                .map(id -> new Choice(id, candidates.getOrDefault(id, List.of())))
                .toList();
    }

    /** Each with what it asks for besides what must be shown; one that asks for nothing else, or for the same as another, is none. */
    private static List<Extra> extras(
            Map<Integer, List<String>> sets, Set<String> wanted, Map<String, List<Candidate>> candidates) {
        List<Extra> extras = new ArrayList<>();
        Set<Set<String>> known = new HashSet<>();
        sets.forEach((set, names) -> {
            Set<String> more = new LinkedHashSet<>(names);
            more.removeAll(wanted);
            if (!more.isEmpty() && known.add(more)) {
                extras.add(new Extra(set, choices(more, candidates)));
            }
        });
        return extras;
    }

    private static List<Candidate> candidates(CredentialQuery query, List<Holding> holdings) {
        List<Candidate> candidates = new ArrayList<>();
        for (Holding holding : holdings) {
            if (isOfKind(query, holding)) {
                disclosed(query, holding).ifPresent(paths -> candidates.add(new Candidate(holding.reference(), paths)));
            }
        }
        return candidates;
    }

    private static boolean isOfKind(CredentialQuery query, Holding holding) {
        boolean type = query.types().isEmpty() || query.types().contains(holding.type());
        return type && query.format().equals(holding.format()) && isTrusted(query, holding);
    }

    /** Authorities of a kind we do not know match nothing: the verifier would not accept the credential. */
    private static boolean isTrusted(CredentialQuery query, Holding holding) {
        return query.authorities().isEmpty()
                || query.authorities().stream()
                        .filter(authority -> authority.type().equals(TrustedAuthority.AKI))
                        .anyMatch(authority -> authority.values().stream().anyMatch(holding.authorities()::contains));
    }

    private static Optional<List<ClaimPath>> disclosed(CredentialQuery query, Holding holding) {
        if (query.claimSets().isEmpty()) {
            return paths(query.claims(), holding);
        }
        for (List<String> set : query.claimSets()) {
            Set<String> names = new HashSet<>(set);
            Optional<List<ClaimPath>> paths = paths(
                    query.claims().stream()
                            .filter(claim -> names.contains(claim.id()))
                            .toList(),
                    holding);
            if (paths.isPresent()) {
                return paths;
            }
        }
        return Optional.empty();
    }

    private static Optional<List<ClaimPath>> paths(List<ClaimQuery> claims, Holding holding) {
        List<ClaimPath> paths = new ArrayList<>();
        for (ClaimQuery claim : claims) {
            List<ClaimPath> met = claim.metBy(holding.claims());
            if (met.isEmpty()) {
                return Optional.empty();
            }
            paths.addAll(met);
        }
        return Optional.of(paths.stream().distinct().toList());
    }
}
