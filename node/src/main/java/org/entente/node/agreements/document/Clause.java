package org.entente.node.agreements.document;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.entente.node.kernel.Text;
import org.entente.protocols.dcql.ClaimPath;
import tools.jackson.databind.node.ObjectNode;

/** One enforceable part of an entente. The kinds are a closed set; everything else stays text. */
public sealed interface Clause {
    /** What every kind has. */
    Head head();

    /** The clause's number, unique in its entente. */
    default String number() {
        return head().number();
    }

    /** The kind's name in the document. */
    String kind();

    /**
     * What every kind has.
     *
     * @param paragraph the number of the paragraph that it implements
     * @param text that paragraph's hash when the clause was written
     * @param staleUntil until when it counts although that text has changed; {@link Instant#MIN} without such a day
     * @param party the key of the accountable party
     * @param office its accountable office
     */
    record Head(String number, String paragraph, TextHash text, Instant staleUntil, String party, Text office) {}

    /**
     * Credentials of a type are accepted.
     *
     * @param format the credential format's identifier (OpenID4VCI 1.0 appendix A)
     * @param assuranceLevel 1 to 4 (Pan-Canadian Trust Framework)
     * @param maximumClaims what a request may ask at most
     * @param retention how long a verifier may keep what it was shown
     * @param statusFreshness how old the credential's status may be
     * @param mandates the kinds of mandate under which another person may present
     */
    record Recognise(
            Head head,
            String credentialType,
            String format,
            Reach issuers,
            Reach verifiers,
            int assuranceLevel,
            List<Purpose> purposes,
            Set<ClaimPath> maximumClaims,
            Duration retention,
            Duration statusFreshness,
            Set<String> mandates)
            implements Clause {
        public Recognise {
            purposes = List.copyOf(purposes);
            maximumClaims = Set.copyOf(maximumClaims);
            mandates = Set.copyOf(mandates);
        }

        @Override
        public String kind() {
            return "recognise";
        }
    }

    /** No personal information passes from government to government. In every entente; cannot be removed. */
    record NoPersonalInformation(Head head) implements Clause {
        @Override
        public String kind() {
            return "no-personal-information";
        }
    }

    /**
     * How a party leaves.
     *
     * @param notice the time from the notice of withdrawal to its effect
     * @param sunset how long after that its credentials stay recognised
     * @param survival the numbers of the paragraphs that go on binding it
     */
    record Exit(Head head, Duration notice, Duration sunset, Set<String> survival) implements Clause {
        public Exit {
            survival = Set.copyOf(survival);
        }

        @Override
        public String kind() {
            return "exit";
        }
    }

    /**
     * What each party keeps up.
     *
     * @param statusFreshness how old a status may be under any clause of the entente
     */
    record ServiceLevel(Head head, int availabilityPerMille, Duration statusFreshness, Duration incidentResponse)
            implements Clause {
        @Override
        public String kind() {
            return "service-level";
        }
    }

    /**
     * A kind that is valid, signed and shown, and that no room of this node enforces: {@code share}, {@code cost},
     * {@code duty}, {@code report}.
     *
     * @param members the clause as written
     */
    record Carried(Head head, String kind, ObjectNode members) implements Clause {}
}
