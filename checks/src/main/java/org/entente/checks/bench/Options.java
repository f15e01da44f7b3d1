package org.entente.checks.bench;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How to measure.
 *
 * @param workers connections at once
 * @param flows in each measured round
 * @param warmUp flows before the first
 * @param batch copies of a credential in one request
 * @param peer another issuer, none for a node of ours that is started for this
 * @param profile where to keep a recording of the node (JFR), "" for none
 * @param java options for the virtual machines of our nodes, over those that an operator's have
 */
record Options(
        int workers,
        int rounds,
        int flows,
        int warmUp,
        int batch,
        Optional<Peer> peer,
        String profile,
        List<String> java) {
    static final String HELP = """
            ./entente bench issuance      whole issuance flows: token, nonce, credential, with DPoP
            ./entente bench verification  whole presentations: request, encrypted answer, ruling, result
            ./entente bench functions     the hot pure functions (JMH)
                --workers N (16)  --rounds N (3)  --flows N (5000 a round)  --warm-up N (10000)
                --batch N (1)     copies of a credential in one request
                --profile FILE    keeps a JFR recording of the node
                --java OPTIONS    for the virtual machine of the nodes, such as "-XX:+UseG1GC -Xmx1g"
                --peer URL --offers FILE   another OID4VCI issuer, and offers that it made: a line each, the
                                           offer as JSON, then a tab and its transaction code if it has one
                --client-id ID    by which the peer knows the wallet
                --no-dpop         bearer tokens, for a peer that gives no others
                --trust FILE      authorities (PEM) that may have signed the peer's certificate
                --peer-pid PID    the peer's process on this machine, whose time and memory are measured with
                                  those that it started; without it they are not known
            Results are printed and kept in var/bench/ as a table and a picture (SVG).
            """;

    static Options of(List<String> words) {
        List<String> left = new ArrayList<>(words);
        Options options = new Options(
                number(left, "--workers", 16),
                number(left, "--rounds", 3),
                number(left, "--flows", 5_000),
                number(left, "--warm-up", 10_000),
                number(left, "--batch", 1),
                peer(left),
                text(left, "--profile").orElse(""),
                text(left, "--java").map(all -> List.of(all.trim().split(" +"))).orElse(List.of()));
        if (!left.isEmpty()) {
            throw notUnderstood(left);
        }
        return options;
    }

    /** What concerns a peer is left alone, and thus not understood, where none is named. */
    private static Optional<Peer> peer(List<String> left) {
        Optional<String> issuer = text(left, "--peer");
        return issuer.map(address -> new Peer(
                address(address),
                Path.of(text(left, "--offers").orElseThrow(() -> notUnderstood(List.of("--peer without --offers")))),
                number(left, "--peer-pid"),
                text(left, "--client-id").orElse(""),
                !left.remove("--no-dpop"),
                text(left, "--trust").map(Path::of)));
    }

    private static URI address(String written) {
        try {
            URI address = new URI(written);
            if (address.getHost() != null && Set.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            // said below
        }
        throw new BenchFailed("--peer wants the issuer's identifier, an http(s) address");
    }

    private static BenchFailed notUnderstood(List<String> words) {
        return new BenchFailed("not understood: " + String.join(" ", words) + "\n" + HELP);
    }

    /** Options for the virtual machine of the node that is measured. */
    List<String> measuredJava() {
        List<String> all = new ArrayList<>(java);
        if (!profile.isEmpty()) {
            all.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                    + Path.of(profile).toAbsolutePath());
        }
        return all;
    }

    private static int number(List<String> words, String name, int otherwise) {
        return number(words, name).orElse(otherwise);
    }

    private static Optional<Integer> number(List<String> words, String name) {
        return text(words, name).map(word -> {
            if (!word.matches("[1-9][0-9]{0,6}")) {
                throw new BenchFailed(name + " wants a number from 1 to 9999999");
            }
            return Integer.parseInt(word);
        });
    }

    private static Optional<String> text(List<String> words, String name) {
        int at = words.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        if (at + 1 == words.size()) {
            throw new BenchFailed(name + " wants a value");
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }
}
