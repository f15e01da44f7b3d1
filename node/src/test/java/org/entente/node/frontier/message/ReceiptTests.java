package org.entente.node.frontier.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.entente.node.verification.TestKey;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.jose.CompactJws;
import org.entente.protocols.tlog.Checkpoint;
import org.entente.protocols.tlog.Hash;
import org.entente.protocols.tlog.SignedNote;
import org.junit.jupiter.api.Test;

/** A receipt has no room for a word: its checkpoint is a state of the receiver's journal and nothing else. */
class ReceiptTests {
    private static final String JOURNAL = "british-columbia.example:8443/journal";
    private static final String TEXT = new Checkpoint(JOURNAL, 7, Hash.of(new byte[32])).text();

    private final TestKey receiver = TestKey.create();

    @Test
    void the_state_of_a_journal_or_none_is_read() {
        String note = SignedNote.sign(TEXT, JOURNAL, receiver).toString();

        assertThat(read("A".repeat(43), note).checkpoint()).isEqualTo(note);
        assertThat(read("A".repeat(43), "").checkpoint()).isEmpty();
    }

    @Test
    void whatever_more_a_note_may_say_is_refused() {
        String words = "Marie Tremblay, née 1990-04-12";
        SignedNote genuine = SignedNote.sign(TEXT, JOURNAL, receiver);
        refuse(SignedNote.sign(TEXT + words + "\n", JOURNAL, receiver).toString());
        refuse(genuine + "\u2014 marie-tremblay AAAAAAAAAAAAAAAAAAAAAAAA\n");
        refuse(SignedNote.sign(TEXT, "marie-tremblay", receiver).toString());
        refuse(SignedNote.sign(TEXT.replace(JOURNAL, words), JOURNAL, receiver).toString());
        refuse(genuine.toString().replace("\u2014 " + JOURNAL + " ", "\u2014 " + JOURNAL + " Marie Tremblay "));
        refuse(words);
    }

    @Test
    void the_hash_of_a_message_is_one() {
        assertThatExceptionOfType(ProtocolError.class).isThrownBy(() -> read("Marie-Tremblay_1990-04-12", ""));
    }

    private void refuse(String checkpoint) {
        assertThatExceptionOfType(ProtocolError.class)
                .as(checkpoint)
                .isThrownBy(() -> read("A".repeat(43), checkpoint));
    }

    private Receipt read(String hash, String checkpoint) {
        Receipt receipt = new Receipt(
                URI.create("https://british-columbia.example:8443"),
                URI.create("https://quebec.example"),
                UUID.randomUUID(),
                hash,
                Instant.EPOCH,
                checkpoint);
        return Receipt.parse(CompactJws.parse(receipt.sign(receiver)));
    }
}
