package org.entente.protocols.dcql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.protocols.dcql.DcqlMatch.Candidate;
import org.entente.protocols.dcql.DcqlMatch.Choice;

/** Finds what a holder may show in answer to a query, and never more than the query asks (OID4VP 1.0 §6.4). */
public final class DcqlMatching {
    private DcqlMatching() {}

    /** Matches a query against all that the holder has. */
    public static DcqlMatch match(DcqlQuery query, List<Holding> holdings) {
        Map<String, List<Candidate>> candidates = new LinkedHashMap<>();
        for (CredentialQuery credential : query.credentials()) {
            List<Candidate> found = candidates(credential, holdings);
            if (!found.isEmpty()) {
                candidates.put(credential.id(), found);
            }
        }
        Set<String> wanted = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        if (query.sets().isEmpty()) {
            query.credentials().forEach(credential -> wanted.add(credential.id()));
        }
        for (CredentialSetQuery set : query.sets()) {
            Optional<List<String>> option = set.options().stream()
                    .filter(names -> candidates.keySet().containsAll(names))
                    .findFirst();
            option.ifPresent(wanted::addAll);
            if (option.isEmpty() && set.required()) {
                missing.addAll(set.options().getFirst());
            }
        }
        missing.addAll(wanted);
        missing.removeAll(candidates.keySet());
        if (!missing.isEmpty()) {
            return new DcqlMatch.Unsatisfied(List.copyOf(missing));
        }
        return new DcqlMatch.Satisfied(wanted.stream()
                .map(id -> new Choice(id, candidates.getOrDefault(id, List.of())))
                .toList());
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
