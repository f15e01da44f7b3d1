package org.entente.checks.bench;

import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.entente.https.TrustedAuthorities;

/** {@code ./entente bench issuance}. */
record IssuanceBench(Options options) {
    private static final int PEOPLE = 2_000;

    Measured run(Path home) {
        return options.peer().map(this::at).orElseGet(() -> ours(home));
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
                public Optional<ProcessFigures> figures() {
                    return Optional.of(node.figures());
                }

                @Override
                public Optional<ProcessFigures> database() {
                    return Optional.of(machine.database());
                }

                @Override
                public String durability() {
                    return machine.durability("quebec");
                }
            });
        }
    }

    private Measured at(Peer peer) {
        Subject subject = seen(peer);
        SSLContext before = believe(peer);
        try {
            Load load = new IssuanceLoad(peer, options.batch());
            return Measured.measure("issuance at " + peer.issuer(), options, load, subject);
        } finally {
            SSLContext.setDefault(before);
        }
    }

    /** From now on the authorities of the peer, too; gives what was believed before. */
    private static SSLContext believe(Peer peer) {
        try {
            SSLContext before = SSLContext.getDefault();
            peer.authorities().map(TrustedAuthorities::besides).ifPresent(SSLContext::setDefault);
            return before;
        } catch (NoSuchAlgorithmException | IllegalArgumentException e) {
            throw new BenchFailed("--trust: " + e.getMessage(), e);
        }
    }

    /** The peer as far as it can be seen from here: its process, where the options name it. */
    static Subject seen(Peer peer) {
        Optional<Integer> process = peer.process().map(IssuanceBench::running);
        return new Subject() {
            @Override
            public Optional<ProcessFigures> figures() {
                return process.filter(IssuanceBench::runs).map(ProcessFigures::ofTree);
            }

            @Override
            public Optional<ProcessFigures> database() {
                return Optional.empty();
            }

            @Override
            public String durability() {
                return "durability: the peer's operator knows";
            }
        };
    }

    private static int running(int process) {
        if (!runs(process)) {
            throw new BenchFailed("no process " + process + " runs on this machine");
        }
        return process;
    }

    private static boolean runs(int process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }
}
