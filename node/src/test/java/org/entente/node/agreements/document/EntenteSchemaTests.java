package org.entente.node.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.node.agreements.TestEntentes.entente;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class EntenteSchemaTests {
    @Test
    void the_message_of_a_proposal_has_the_document_as_its_published_schema_has_it() throws IOException {
        ObjectNode published = Json.object(EntenteSchema.load());
        ObjectNode message;
        try (InputStream file = getClass().getResourceAsStream("/frontier/messages/entente-move.json")) {
            message = Json.object(Objects.requireNonNull(file).readAllBytes());
        }
        ObjectNode definitions = (ObjectNode) message.path("$defs");
        ObjectNode document = (ObjectNode) definitions.remove("document");
        assertThat(definitions).isEqualTo(published.path("$defs"));
        published.remove(List.of("$schema", "$id", "title", "description", "$defs"));
        assertThat(document).isEqualTo(published);
    }

    @Test
    void says_what_is_wrong_with_a_clause_by_its_own_kind() {
        assertThatThrownBy(() -> entente(draft -> ((ObjectNode) draft.at("/clauses/0")).remove("retention_days")))
                .hasMessageContaining("recognise")
                .hasMessageContaining("retention_days");
    }
}
