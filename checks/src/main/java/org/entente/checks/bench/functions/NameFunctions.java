package org.entente.checks.bench.functions;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.names.NameText;
import org.entente.names.collation.NameOrder;
import org.entente.names.collation.NameOrders;
import org.entente.names.key.KeyMaker;
import org.entente.names.key.NameKeys;
import org.entente.names.letters.Alphabet;
import org.entente.names.letters.Spelling;
import org.entente.names.profile.Casing;
import org.entente.names.profile.DraftProfiles;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reading, keying and ordering names, one at a time; names of places, nations and languages in eight orthographies. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class NameFunctions {
    private static final int NAMES = 8;
    private static final List<String> WRITTEN = List.of(
            "Kangiqłiniq",
            "Tłı̨chǫ",
            "Kanienʼkehá꞉ka",
            "xʷməθkʷəy̓əm",
            "ᓀᐦᐃᔭᐍᐏᐣ",
            "Trois-Rivières",
            "Sḵwx̱wú7mesh",
            "ᐃᓄᒃᑎᑐᑦ");

    private List<NameText> names = List.of();
    private Alphabet open = Alphabet.of(OpenProfile.get());
    private Alphabet alphabet = open;
    private KeyMaker keys = new KeyMaker(open);
    private KeyMaker syllables = keys;
    private KeyMaker capitals = keys;
    private NameOrder order = NameOrders.standard().of(OpenProfile.get());

    /** Makes the names, an alphabet with variants, its keys and its order. */
    @Setup
    public void prepare() {
        names = WRITTEN.stream().map(NameText::of).toList();
        Profile profile = draft("dgr");
        alphabet = Alphabet.of(profile);
        keys = new KeyMaker(alphabet);
        syllables = new KeyMaker(Alphabet.of(draft("crk-Cans")));
        capitals = new KeyMaker(Alphabet.of(Profile.draft(
                "bench:capitals", "1", "und", "Latn", Casing.BICAMERAL, List.of("a", "k", "K", "s", "t"))));
        order = NameOrders.standard().of(profile);
    }

    private static Profile draft(String language) {
        return DraftProfiles.all().stream()
                .filter(draft -> draft.bcp47().equals(language))
                .findFirst()
                .orElseThrow();
    }

    /** From what a person wrote to the letters of an orthography: refusals, stored form, remarks and proposals. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void validate(Blackhole sink) {
        for (String written : WRITTEN) {
            Spelling spelling = alphabet.read(NameText.of(written));
            sink.consume(spelling.isWithinAlphabet());
        }
    }

    /** The key by which two spellings are perhaps the same name (K2). */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void identityKey(Blackhole sink) {
        for (NameText name : names) {
            sink.consume(keys.identity(name));
        }
    }

    /** The same where syllables are written with one sign or two, so that a name is read letter by letter. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void identityKeyOfSyllables(Blackhole sink) {
        for (NameText name : names) {
            sink.consume(syllables.identity(name));
        }
    }

    /** The same where a capital and a small letter are two letters of the alphabet. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void identityKeyOfCapitals(Blackhole sink) {
        for (NameText name : names) {
            sink.consume(capitals.identity(name));
        }
    }

    /** All keys of a name (K1 to K4). */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void allKeys(Blackhole sink) {
        for (NameText name : names) {
            NameKeys made = keys.of(name);
            sink.consume(made);
        }
    }

    /** What a database stores to sort by. */
    @Benchmark
    @OperationsPerInvocation(NAMES)
    public void sortKey(Blackhole sink) {
        for (NameText name : names) {
            sink.consume(order.sortKey(name));
        }
    }
}
