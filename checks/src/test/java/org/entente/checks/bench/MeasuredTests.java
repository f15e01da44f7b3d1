package org.entente.checks.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.checks.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.xml.sax.InputSource;

@ResourceLock(Lane.NODES)
class MeasuredTests {
    private static final Options FEW = Options.of(List.of(
            "--workers",
            "2",
            "--rounds",
            "1",
            "--flows",
            "6",
            "--warm-up",
            "2",
            "--batch",
            "3",
            "--java",
            "-XX:TieredStopAtLevel=1"));

    private static final List<String> PEER = List.of(
            "--workers",
            "2",
            "--rounds",
            "1",
            "--flows",
            "6",
            "--warm-up",
            "2",
            "--peer",
            "https://issuer.example",
            "--offers",
            "offers.txt");

    @TempDir
    Path folder;

    @Test
    void percentiles_are_values_that_were_measured() {
        Sample sample = Sample.of(
                LongStream.rangeClosed(1, 100).mapToObj(i -> i * 1_000_000).toList());
        assertThat(sample.millis(0.50)).isEqualTo(50);
        assertThat(sample.millis(0.99)).isEqualTo(99);
        assertThat(sample.millis(1)).isEqualTo(100);
    }

    @Test
    void options_that_are_not_understood_are_refused() {
        assertThatThrownBy(() -> Options.of(List.of("--flows", "many"))).hasMessageContaining("--flows");
        assertThatThrownBy(() -> Options.of(List.of("--flow", "5"))).hasMessageContaining("--flow");
        assertThat(Options.of(List.of("--java", " -Xmx1g  -Da=b")).measuredJava())
                .containsExactly("-Xmx1g", "-Da=b");
        assertThatThrownBy(() -> Options.of(List.of("--peer", "https://issuer.example")))
                .hasMessageContaining("--offers FILE");
    }

    @Test
    void of_a_peer_that_cannot_be_seen_nothing_is_said_that_is_not_known() {
        Measured measured = measured(Options.of(PEER));
        assertThat(measured.median().node()).isEmpty();
        assertThat(Table.of(measured)).containsPattern("round 1.* not known +not known +not known\n");
        assertThat(Chart.of(measured)).contains("processor time a flow: not known");
    }

    @Test
    void a_peer_on_this_machine_is_seen_by_its_process() throws IOException {
        Process peer = new ProcessBuilder("sleep", "60").start();
        try {
            isSeen(Long.toString(peer.pid()));
        } finally {
            peer.destroy();
        }
    }

    private void isSeen(String own) {
        Options options = Options.of(with(PEER, "--peer-pid", own));
        Measured measured = measured(options);
        assertThat(measured.median().node().orElseThrow().residentKib()).isPositive();
        assertThat(Table.of(measured)).containsPattern("round 1.* [0-9.]+ +not known +[0-9.]+\n");
        assertThatThrownBy(() -> Options.of(List.of("--peer-pid", own))).hasMessageContaining("--peer URL");
        assertThatThrownBy(() -> Options.of(List.of("--peer", "issuer.example", "--offers", "offers.txt")))
                .hasMessageContaining("http(s) address");
        assertThatThrownBy(() -> new IssuanceBench(Options.of(with(PEER, "--peer-pid", "9999999"))).run(folder))
                .hasMessageContaining("no process 9999999");
    }

    private static Measured measured(Options options) {
        return Measured.measure(
                "nothing",
                options,
                new NothingLoad(),
                IssuanceBench.seen(options.peer().orElseThrow()));
    }

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }

    @Test
    void issuance_is_played_and_measured_and_drawn() throws Exception {
        Measured measured = new IssuanceBench(FEW).run(folder);
        Round round = measured.median();
        assertThat(round.whole().count()).isEqualTo(6);
        assertThat(round.exchanges()).hasSize(3).allMatch(exchange -> exchange.count() == 6);
        assertThat(round.node().orElseThrow().processorMillis()).isPositive();
        assertThat(round.node().orElseThrow().residentKib()).isPositive();
        assertThat(Table.of(measured)).contains("synchronous_commit=on, fsync=on", "round 1", "at half");
        var svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Chart.of(measured))));
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
    }

    @Test
    void presentations_are_played_under_an_entente_in_force() {
        Measured measured = new VerificationBench(FEW).run(folder);
        assertThat(measured.median().exchanges()).hasSize(4).allMatch(exchange -> exchange.count() == 6);
    }

    /** Flows that ask nothing of anybody. */
    private record NothingLoad() implements Load {
        @Override
        public List<String> exchanges() {
            return List.of("nothing");
        }

        @Override
        public int credentials() {
            return 1;
        }

        @Override
        public void prepare(int flows) {}

        @Override
        public Flow worker() {
            return new Flow() {
                @Override
                public long[] play() {
                    return new long[] {1};
                }

                @Override
                public void close() {}
            };
        }
    }
}
