package org.entente.node.wallet.showing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.node.wallet.attestations.Attestation;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.sdjwt.SdJwt;
import tools.jackson.databind.node.ObjectNode;

/**
 * One attestation that is asked for, and those of the holder's that serve.
 *
 * @param id the name of the credential query
 */
record Question(String id, List<Option> options) {
    Question {
        options = List.copyOf(options);
    }

    /**
     * An attestation that serves.
     *
     * @param credential a copy of it
     * @param disclose the paths that are asked for
     * @param shown all that the verifier would read, which is more where the issuer hides only whole objects
     * @param available whether a copy is left for this verifier
     * @param names the positions of the names among which the holder chooses; empty where there is no such choice
     */
    record Option(
            Attestation attestation,
            SdJwt credential,
            List<ClaimPath> disclose,
            ObjectNode shown,
            boolean available,
            Set<Integer> names) {
        Option {
            disclose = List.copyOf(disclose);
            names = Set.copyOf(names);
        }

        /**
         * The same with these of the names among which there is a choice, and with what is said of these alone; empty where no name
         * would be left.
         */
        Optional<Option> showing(Set<Integer> chosen) {
            if (names.isEmpty()) {
                return Optional.of(this);
            }
            Set<Integer> positions = NamesToShow.besides(shown, names);
            positions.addAll(chosen.stream().filter(names::contains).toList());
            return positions.isEmpty() ? Optional.empty() : Optional.of(with(positions));
        }

        private Option with(Set<Integer> positions) {
            List<ClaimPath> paths = NamesToShow.paths(disclose, positions, credential);
            ObjectNode read = credential.withOnly(paths).claims();
            return new Option(attestation, credential, paths, read, available, Set.of());
        }

        /** Never what the attestation says. */
        @Override
        public String toString() {
            return "Option[" + attestation.id() + "]";
        }
    }

    /** The one to show: the one that the holder chose, or the only one there is where nobody was asked. */
    Optional<Option> chosen(Optional<UUID> choice) {
        List<Option> usable = options.stream().filter(Option::available).toList();
        if (choice.isEmpty()) {
            return usable.size() == 1 ? Optional.of(usable.getFirst()) : Optional.empty();
        }
        return usable.stream()
                .filter(option -> option.attestation().id().equals(choice.get()))
                .findFirst();
    }

    boolean isAnswerable() {
        return options.stream().anyMatch(Option::available);
    }
}
