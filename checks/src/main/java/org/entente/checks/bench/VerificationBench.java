package org.entente.checks.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.protocols.dcql.ClaimPath;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./entente bench verification}: credentials of Québec shown to British Columbia, under the demo's entente. */
record VerificationBench(Options options) {
    private static final int HOLDINGS = 50;
    private static final List<ClaimPath> CLAIMS = List.of(
            ClaimPath.of("name"),
            ClaimPath.of("given_name"),
            ClaimPath.of("family_name"),
            ClaimPath.of("birthdate"),
            ClaimPath.of("pseudonyms", "ca-bc-arrival"));

    Measured run(Path home) {
        Population population = Population.write(home, HOLDINGS);
        Map<String, String> register =
                Map.of("demo.residents", population.file().toUri().toString());
        try (Machine machine = new Machine(home);
                GovernmentNode issuer = machine.start("quebec", register, options.java());
                GovernmentNode verifier = machine.start("british-columbia", Map.of(), options.measuredJava())) {
            new Governments(issuer, verifier).conclude();
            List<Presenting.Holding> holdings = issue(issuer, population);
            awaitAccepted(verifier, holdings);
            return Measured.measure("verification", options, new PresentationLoad(verifier, holdings), new Subject() {
                @Override
                public Optional<ProcessFigures> figures() {
                    return Optional.of(verifier.figures());
                }

                @Override
                public Optional<ProcessFigures> database() {
                    return Optional.of(machine.database());
                }

                @Override
                public String durability() {
                    return machine.durability("british-columbia");
                }
            });
        }
    }

    private static List<Presenting.Holding> issue(GovernmentNode issuer, Population population) {
        List<Presenting.Holding> holdings = Collections.synchronizedList(new ArrayList<>());
        URI address = URI.create(issuer.origin() + "/o/etat-civil");
        IssuanceLoad load =
                new IssuanceLoad(address, new OfferApi(issuer, population.numbers(), "proof-of-identity"), 1);
        load.prepare(HOLDINGS);
        for (int i = 0; i < HOLDINGS; i++) {
            try (Flow holder = load.worker((credentials, keys) ->
                    holdings.add(Presenting.Holding.of(credentials.getFirst(), keys.getFirst(), CLAIMS)))) {
                holder.play();
            }
        }
        return List.copyOf(holdings);
    }

    /** The verifier accepts once it has mirrored the issuer's status lists. */
    private static void awaitAccepted(GovernmentNode verifier, List<Presenting.Holding> holdings) {
        Governments.until("the status lists at the verifier", () -> {
            try (Flow one = new PresentationLoad(verifier, holdings).worker()) {
                one.play();
                return true;
            } catch (BenchFailed notYet) {
                return false;
            }
        });
    }

    /** Presentations to one verifier. */
    private record PresentationLoad(GovernmentNode verifier, List<Presenting.Holding> holdings) implements Load {
        @Override
        public List<String> exchanges() {
            return Presenting.EXCHANGES;
        }

        @Override
        public int credentials() {
            return 1;
        }

        @Override
        public void prepare(int flows) {
            // A presentation needs nothing that another one used up.
        }

        @Override
        public Flow worker() {
            return new Presenting(verifier.api(), wanted(verifier), holdings);
        }
    }

    private static ObjectNode wanted(GovernmentNode verifier) {
        ObjectNode wanted = Json.newObject()
                .put("organisation", "citizen-services")
                .put("purpose", "arrival")
                .put("credential_type", "urn:entente:ca:proof-of-identity:1")
                .put("back", verifier.origin() + "/back");
        wanted.putObject("purpose_text").put("fr", "Mesure").put("en", "Measurement");
        CLAIMS.forEach(claim -> wanted.withArray("claims").add(claim.toJson()));
        return wanted;
    }
}
