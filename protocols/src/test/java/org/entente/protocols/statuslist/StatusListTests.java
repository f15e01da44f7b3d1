package org.entente.protocols.statuslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.entente.protocols.Base64Url;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.Requirement;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class StatusListTests {
    /** Token Status List §4.1 and §4.2: sixteen statuses of one bit. */
    private static final int[] ONE_BIT = {1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1};

    /** Token Status List §4.2: twelve statuses of two bits. */
    private static final int[] TWO_BITS = {1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3};

    /** Token Status List, Appendix "Test vectors for Status List encoding": lists of 2^20 statuses. */
    private static final String VECTOR_1 =
            "eNrt3AENwCAMAEGogklACtKQPg9LugC9k_ACvreiogEAAKkeCQAAAAAAAAAAAAAAAAAAAIBylgQAAAAA"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAXG9IAAAAAAAAAPwsJAAAAAAAAAAAAAAA"
                    + "vhsSAAAAAAAAAAAA7KpLAAAAAAAAAAAAAAAAAAAAAJsLCQAAAAAAAAAAADjelAAAAAAAAAAAKjDMAQAA"
                    + "AACAZC8L2AEb";

    private static final String VECTOR_2 =
            "eNrt2zENACEQAEEuoaBABP5VIO01fCjIHTMStt9ovGVIAAAAAABAbiEBAAAAAAAAAAAAAAAAAAAAAAAA"
                    + "AAAAAAAAAAAAAAAAAEB5WwIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAID0ugQAAAAAAAAAAAAAAAAAQG12SgAA"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAOCSIQEAAAAAAAAAAAAAAAAAAAAAAAD8ExIAAAAAAAAAAAAAAAAAAAAA"
                    + "AAAAAAAAAAAAAAAAAAAAwJEuAQAAAAAAAAAAAAAAAAAAAAAAAMB9SwIAAAAAAAAAAAAAAAAAAACoYUoA"
                    + "AAAAAAAAAAAAAEBqH81gAQw";
    private static final int[] VECTOR_INDICES = {
        0, 1993, 25460, 159495, 495669, 554353, 645645, 723232, 854545, 934534, 1000345
    };

    @Test
    @Requirement("Token Status List §4.1 bits")
    @Requirement("Token Status List §4.1 zlib")
    @Requirement("Token Status List §4.2 json")
    void reads_the_drafts_example_of_one_bit() {
        StatusList list = StatusList.parse(Json.parse("{\"bits\":1,\"lst\":\"eNrbuRgAAhcBXQ\"}"));

        assertThat(list.toBytes()).containsExactly(0xB9, 0xA3);
        assertThat(statuses(list)).containsExactly(ONE_BIT);
    }

    @Test
    @Requirement("Token Status List §4.1 bits")
    @Requirement("Token Status List §4.1 zlib")
    @Requirement("Token Status List §4.2 json")
    void reads_the_drafts_example_of_two_bits() {
        StatusList list = StatusList.parse(Json.parse("{\"bits\":2,\"lst\":\"eNo76fITAAPfAgc\"}"));

        assertThat(list.toBytes()).containsExactly(0xC9, 0x44, 0xF9);
        assertThat(statuses(list)).containsExactly(TWO_BITS);
    }

    @Test
    @Requirement("Token Status List §4.1 bits")
    @Requirement("Token Status List §4.1 zlib")
    void reads_the_drafts_test_vectors_of_two_to_the_twentieth() {
        assertVector(1, VECTOR_1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        assertVector(2, VECTOR_2, 1, 2, 1, 3, 1, 1, 2, 1, 1, 2, 3);
    }

    private static void assertVector(int bits, String vector, int... statuses) {
        StatusList list = StatusList.parse(Json.newObject().put("bits", bits).put("lst", vector));

        assertThat(list.size()).isEqualTo(1 << 20);
        assertThat(Arrays.stream(VECTOR_INDICES).map(list::get).toArray()).containsExactly(statuses);
        assertThat(Arrays.stream(statuses(list)).sum())
                .isEqualTo(Arrays.stream(statuses).sum());
    }

    @Test
    @Requirement("Token Status List §4.1 bits")
    void packs_the_drafts_examples() {
        assertThat(packed(1, ONE_BIT).toBytes()).containsExactly(0xB9, 0xA3);
        assertThat(packed(2, TWO_BITS).toBytes()).containsExactly(0xC9, 0x44, 0xF9);
    }

    @Property(tries = 200)
    @Requirement("Token Status List §7 one-value")
    void a_status_that_was_set_is_read_and_no_other_changed(
            @ForAll @IntRange(max = 3) int bitsExponent,
            @ForAll @IntRange(max = 999) int index,
            @ForAll @IntRange(max = 255) int value) {
        int bits = 1 << bitsExponent;
        int status = value & ((1 << bits) - 1);
        StatusList list = StatusList.create(bits, 1000);
        list.set(index, status);

        StatusList read = StatusList.parse(list.toJson());

        assertThat(read.size()).isGreaterThanOrEqualTo(1000);
        assertThat(read.get(index)).isEqualTo(status);
        assertThat(Arrays.stream(statuses(read)).sum()).isEqualTo(status);
    }

    @Test
    void a_status_can_be_set_back() {
        StatusList list = StatusList.create(2, 8);
        list.set(5, StatusList.SUSPENDED);
        list.set(5, StatusList.VALID);

        assertThat(list.get(5)).isEqualTo(StatusList.VALID);
    }

    @Test
    void a_million_statuses_of_which_none_is_revoked_are_a_short_text() {
        StatusList list = StatusList.create(1, 1 << 20);

        assertThat(list.size()).isEqualTo(1 << 20);
        assertThat(Json.write(list.toJson())).hasSizeLessThan(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 8, 9, Integer.MAX_VALUE, Integer.MIN_VALUE})
    @Requirement("Token Status List §8.3 within")
    void refuses_an_index_outside_of_the_list(int index) {
        StatusList list = StatusList.create(1, 8);

        assertRefused(() -> list.get(index));
        assertRefused(() -> list.set(index, 1));
    }

    @Test
    void a_status_fits_in_its_bits() {
        StatusList list = StatusList.create(2, 8);

        assertThatIllegalArgumentException().isThrownBy(() -> list.set(0, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> list.set(0, -1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 16, -1})
    @Requirement("Token Status List §4.1 bits")
    void a_status_has_one_two_four_or_eight_bits(int bits) {
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.create(bits, 8));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.of(bits, new byte[1]));
        assertRefused(() -> StatusList.parse(Json.newObject().put("bits", bits).put("lst", "eNrbuRgAAhcBXQ")));
    }

    @Test
    void a_list_has_a_size_within_the_limit() {
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.create(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.create(8, StatusList.MAX_BYTES + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.of(8, new byte[0]));
    }

    @Test
    @Requirement("Token Status List §11.1 decoding")
    @Requirement("Security §5 bomb")
    void refuses_a_bomb_before_it_has_unpacked_it() {
        byte[] bomb = deflated(new byte[StatusList.MAX_BYTES * 16]);

        assertThat(bomb).hasSizeLessThan(100_000);
        assertRefused(() -> parse(bomb));
    }

    @Test
    void reads_the_largest_list() {
        assertThat(parse(deflated(new byte[StatusList.MAX_BYTES])).size()).isEqualTo(StatusList.MAX_BYTES * 8);
        assertRefused(() -> parse(deflated(new byte[StatusList.MAX_BYTES + 1])));
    }

    @Test
    @Requirement("Token Status List §4.1 zlib")
    @Requirement("Token Status List §11.1 decoding")
    void refuses_what_is_no_whole_zlib_stream() {
        byte[] whole = deflated(new byte[] {1, 2, 3});
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 1] ^= 1;

        assertRefused(() -> parse(Arrays.copyOf(whole, whole.length - 1)));
        assertRefused(() -> parse(Arrays.copyOf(whole, whole.length + 1)));
        assertRefused(() -> parse(wrongSum));
        assertRefused(() -> parse(deflated(new byte[0])));
        assertRefused(() -> parse(new byte[] {1, 2, 3}));
        assertRefused(() -> parse(new byte[0]));
    }

    @Test
    void refuses_a_stream_that_needs_a_dictionary() {
        Deflater deflater = new Deflater();
        deflater.setDictionary(new byte[] {1, 2, 3});

        assertRefused(() -> parse(deflated(deflater, new byte[] {1, 2, 3})));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"bits\":1}", "{\"bits\":\"1\",\"lst\":\"\"}", "{\"bits\":1,\"lst\":7}"})
    @Requirement("Token Status List §4.2 json")
    void refuses_the_json(String json) {
        assertRefused(() -> StatusList.parse(Json.parse(json)));
    }

    private static StatusList parse(byte[] compressed) {
        ObjectNode json = Json.newObject().put("bits", 1).put("lst", Base64Url.encode(compressed));
        return StatusList.parse(json);
    }

    private static byte[] deflated(byte[] bytes) {
        return deflated(new Deflater(9), bytes);
    }

    private static byte[] deflated(Deflater deflater, byte[] bytes) {
        try (deflater) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            byte[] chunk = new byte[4096];
            while (!deflater.finished()) {
                output.write(chunk, 0, deflater.deflate(chunk));
            }
            return output.toByteArray();
        }
    }

    private static StatusList packed(int bits, int[] statuses) {
        StatusList list = StatusList.create(bits, statuses.length);
        for (int i = 0; i < statuses.length; i++) {
            list.set(i, statuses[i]);
        }
        return list;
    }

    private static int[] statuses(StatusList list) {
        int[] statuses = new int[list.size()];
        Arrays.setAll(statuses, list::get);
        return statuses;
    }

    private static void assertRefused(Runnable act) {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(act::run);
    }
}
