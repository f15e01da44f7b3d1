package org.entente.checks.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** {@code ./entente bench issuance}. */
record IssuanceBench(Options options) {
    private static final int PEOPLE = 2_000;

    Measured run(Path home) {
        return options.peer().isEmpty() ? ours(home) : peer();
    }

    private Measured ours(Path home) {
        Population population = Population.write(home, PEOPLE);
        Map<String, String> settings =
                Map.of("demo.residents", population.file().toUri().toString());
        try (Machine machine = new Machine(home);
                GovernmentNode node = machine.start("quebec", settings, options.measuredJava())) {
            URI issuer = URI.create(node.origin() + "/o/etat-civil");
            OfferSource source = new OfferApi(node, population.numbers(), "proof-of-identity");
            Load load = new IssuanceLoad(issuer, source, options.batch());
            return Measured.measure("issuance", options, load, new Subject() {
                @Override
                public ProcessFigures figures() {
                    return node.figures();
                }

                @Override
                public ProcessFigures database() {
                    return machine.database();
                }

                @Override
                public String durability() {
                    return machine.durability("quebec");
                }
            });
        }
    }

    private Measured peer() {
        Load load =
                new IssuanceLoad(URI.create(options.peer()), new OfferFile(Path.of(options.offers())), options.batch());
        return Measured.measure("issuance at " + options.peer(), options, load, new Subject() {
            @Override
            public ProcessFigures figures() {
                return new ProcessFigures(0, 0);
            }

            @Override
            public ProcessFigures database() {
                return new ProcessFigures(0, 0);
            }

            @Override
            public String durability() {
                return "durability: the peer's operator knows";
            }
        });
    }
}
