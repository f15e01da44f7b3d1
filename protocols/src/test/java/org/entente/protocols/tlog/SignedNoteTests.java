package org.entente.protocols.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.TestSigner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTests {
    private static final TestSigner SIGNER = TestSigner.create();
    private static final String NAME = "gaspe.example/journal";
    private static final Checkpoint CHECKPOINT = new Checkpoint(NAME, 7, Hash.ofEmptyTree());

    @Test
    void a_note_survives_writing_and_reading_and_is_signed() {
        String note = SignedNote.sign(CHECKPOINT.text(), NAME, SIGNER).toString();

        SignedNote read = SignedNote.parse(note);

        assertThat(read.isSignedBy(NAME, SIGNER.publicKey())).isTrue();
        assertThat(Checkpoint.parse(read.text())).isEqualTo(CHECKPOINT);
        assertThat(read.toString()).isEqualTo(note);
    }

    @Test
    void a_checkpoint_is_three_lines() {
        assertThat(CHECKPOINT.text())
                .isEqualTo("gaspe.example/journal\n7\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    }

    @Test
    void another_key_name_or_text_is_not_signed() {
        SignedNote note = SignedNote.sign(CHECKPOINT.text(), NAME, SIGNER);
        SignedNote altered = new SignedNote(note.text().replace("\n7\n", "\n8\n"), note.lines());

        assertThat(note.isSignedBy(NAME, TestSigner.create().publicKey())).isFalse();
        assertThat(note.isSignedBy("perce.example/journal", SIGNER.publicKey())).isFalse();
        assertThat(altered.isSignedBy(NAME, SIGNER.publicKey())).isFalse();
    }

    @Test
    void lines_of_unknown_keys_are_ignored() {
        SignedNote other = SignedNote.sign(CHECKPOINT.text(), "perce.example/witness", TestSigner.create());
        SignedNote own = SignedNote.sign(CHECKPOINT.text(), NAME, SIGNER);
        SignedNote both = new SignedNote(
                own.text(), List.of(other.lines().getFirst(), own.lines().getFirst(), "\u2014 x not-base64"));

        assertThat(SignedNote.parse(both.toString()).isSignedBy(NAME, SIGNER.publicKey()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n", "a\n\n", "a\n\nb c d\n", "a\n\n\u2014 a b", "a\r\n\n\u2014 a b\n"})
    void refuses_what_is_not_a_note(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(ProtocolError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a\n1\n",
                "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "a\n1000000000000000000000\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "a\n1\n47DE\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            })
    void refuses_what_is_not_a_checkpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(ProtocolError.class);
    }
}
