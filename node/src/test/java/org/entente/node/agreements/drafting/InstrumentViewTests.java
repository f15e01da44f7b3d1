package org.entente.node.agreements.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.node.agreements.TestEntentes.NOW;
import static org.entente.node.agreements.TestGovernment.ONTARIO;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.accede.RequestAccession.Reading;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.held.PublicRecord;
import org.entente.node.agreements.life.Member;
import org.entente.node.agreements.page.TestHistory;
import org.entente.node.kernel.Text;
import org.entente.node.web.FormErrors;
import org.entente.protocols.json.Json;
import org.junit.jupiter.api.Test;

class InstrumentViewTests {
    @Test
    void who_joins_reads_who_is_bound_now_and_who_orders_now() {
        TestHistory history = TestHistory.begun();
        history.act(ONTARIO, TestEntentes.accession(ONTARIO));
        Held held = history.held();
        Party successor = held.chain().member("CA-BC").orElseThrow().party();
        List<Party> bound =
                held.chain().boundAt(NOW).stream().map(Member::party).toList();
        Reading.Found found = new Reading.Found(
                held.chain().entente(),
                bound,
                successor,
                PublicRecord.parse(Json.bytes(PublicRecord.write(held))),
                List.of(),
                Json.newObject());
        var none = new KeptDraft(new UUID(0, 0), 0, Json.newObject(), Optional.empty(), Instant.EPOCH);

        var read = InstrumentView.of(none, Map.of(), List.of(), FormErrors.none(), Optional.empty(), Optional.of(found))
                .read()
                .orElseThrow();

        assertThat(read.bound()).extracting(Text::fr).containsExactly("Québec", "Colombie-Britannique", "Ontario");
        assertThat(read.depositary().fr()).isEqualTo("Colombie-Britannique");
    }
}
