package org.entente.node.agreements.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.node.agreements.TestEntentes.entente;

import java.nio.charset.StandardCharsets;
import org.entente.node.agreements.document.Entente;
import org.entente.protocols.ProtocolError;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class TextsTests {
    private final Texts texts = new Texts();
    private final Entente text = entente();

    @Test
    void a_text_is_parsed_once() {
        Entente read = texts.read(text.hash(), text.canonical());

        assertThat(read.hash()).isEqualTo(text.hash());
        assertThat(texts.read(text.hash(), text.canonical())).isSameAs(read);
    }

    @Test
    void a_known_hash_does_not_vouch_for_other_bytes() {
        texts.read(text.hash(), text.canonical());

        assertThatThrownBy(() -> texts.read(text.hash(), "{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProtocolError.class);
    }

    @Test
    void those_that_nobody_asked_for_are_forgotten() {
        Entente read = texts.read(text.hash(), text.canonical());
        for (int number = 0; number < 200; number++) {
            ObjectNode other = text.json();
            other.withObject("/title").put("en", "Number " + number);
            Entente one = Entente.parse(other);
            texts.read(one.hash(), one.canonical());
        }

        assertThat(texts.read(text.hash(), text.canonical())).isNotSameAs(read);
    }
}
