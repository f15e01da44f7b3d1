package org.entente.node.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.entente;
import static org.entente.node.agreements.TestGovernment.BRITISH_COLUMBIA;
import static org.entente.node.agreements.TestGovernment.QUEBEC;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * One byte of a signed document changed, at places chosen by a fixed seed: every signature breaks, and exactly the clauses are
 * stale that implement the text that changed.
 */
class OneByteTests {
    private static final long SEED = 20_261_122;
    private static final int CHANGES = Integer.getInteger("one.byte.changes", 100);

    private final Entente entente = entente();
    private final List<ObjectNode> signatures =
            List.of(Signatures.sign(entente, QUEBEC), Signatures.sign(entente, BRITISH_COLUMBIA));
    private final Random random = new Random(SEED);

    @Test
    void in_a_paragraph_it_breaks_every_signature_and_makes_its_own_clauses_stale_and_no_others() {
        Set<String> staled = new HashSet<>();
        for (int i = 0; i < CHANGES; i++) {
            int index = random.nextInt(entente.paragraphs().size());
            String language = random.nextBoolean() ? "fr" : "en";
            ObjectNode json = entente.json();
            ObjectNode paragraph = (ObjectNode) json.at("/paragraphs/" + index);
            paragraph.put(language, changed(paragraph.path(language).stringValue()));
            Entente changed = Entente.parse(json);
            String number = entente.paragraphs().get(index).number();
            assertThat(changed.staleClauses())
                    .as(number)
                    .isEqualTo(entente.clauses().stream()
                            .filter(clause -> clause.head().paragraph().equals(number))
                            .map(Clause::number)
                            .collect(Collectors.toSet()));
            assertNoSignature(changed);
            staled.addAll(changed.staleClauses());
        }
        assertThat(staled)
                .isEqualTo(entente.clauses().stream().map(Clause::number).collect(Collectors.toSet()));
    }

    @Test
    void in_a_clause_it_breaks_every_signature_and_leaves_every_other_clause_fresh() {
        int valid = 0;
        for (int i = 0; i < CHANGES; i++) {
            int index = random.nextInt(entente.clauses().size());
            Clause clause = entente.clauses().get(index);
            ObjectNode json = entente.json();
            byte[] bytes = Json.canonical(json.at("/clauses/" + index));
            int place = random.nextInt(bytes.length);
            bytes[place] ^= (byte) (1 << random.nextInt(7));
            try {
                json.withArray("/clauses").set(index, Json.object(bytes));
                Entente changed = Entente.parse(json);
                valid++;
                Clause after = changed.clauses().get(index);
                boolean tied = after.head().text().equals(clause.head().text())
                        && after.head().paragraph().equals(clause.head().paragraph());
                assertThat(changed.staleClauses()).isEqualTo(tied ? Set.of() : Set.of(after.number()));
                assertNoSignature(changed);
            } catch (ProtocolError refused) {
                assertThat(refused.code()).isIn("invalid_entente", "invalid_request");
            }
        }
        assertThat(valid).isPositive();
    }

    @Test
    void anywhere_in_the_document_it_breaks_every_signature() {
        int read = 0;
        for (int i = 0; i < CHANGES; i++) {
            byte[] bytes = entente.canonical();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            try {
                Entente changed = Entente.parse(Json.object(bytes));
                read++;
                assertNoSignature(changed);
            } catch (ProtocolError refused) {
                assertThat(refused.code()).isIn("invalid_entente", "invalid_request");
            }
        }
        assertThat(read).as("documents that could still be read").isGreaterThan(CHANGES / 4);
    }

    @Test
    void in_a_signature_it_breaks_that_signature_and_not_the_others() {
        for (int i = 0; i < CHANGES; i++) {
            ObjectNode one = signatures.getFirst().deepCopy();
            String member = random.nextBoolean() ? "signature" : "protected";
            byte[] bytes = one.path(member).stringValue().getBytes(StandardCharsets.US_ASCII);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            one.put(member, new String(bytes, StandardCharsets.ISO_8859_1));
            assertThat(isSigned(entente, one)).isFalse();
            assertThat(isSigned(entente, signatures.getLast())).isTrue();
        }
    }

    /** The same text with one letter changed. */
    private String changed(String text) {
        char[] letters = text.toCharArray();
        int place = random.nextInt(letters.length);
        letters[place] = letters[place] == 'x' ? 'y' : 'x';
        return new String(letters);
    }

    private void assertNoSignature(Entente changed) {
        assertThat(changed).isNotEqualTo(entente);
        signatures.forEach(signature -> assertThat(isSigned(changed, signature)).isFalse());
    }

    private static boolean isSigned(Entente text, ObjectNode signature) {
        try {
            return Signatures.signatory(text, signature).isPresent();
        } catch (ProtocolError malformed) {
            return false;
        }
    }
}
