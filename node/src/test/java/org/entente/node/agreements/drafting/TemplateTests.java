package org.entente.node.agreements.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.entente.node.agreements.TestEntentes;
import org.entente.node.agreements.document.Entente;
import org.entente.node.kernel.Jurisdiction;
import org.entente.node.kernel.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A template makes a valid document as soon as the parties stand in it. */
class TemplateTests {
    @ParameterizedTest
    @EnumSource
    void every_template_is_whole(Template template) {
        Jurisdiction us = new Jurisdiction("CA-QC", new Text("Québec", "Québec"), Jurisdiction.Kind.PROVINCE);
        Entente entente = TestEntentes.entente(draft -> {
            draft.remove("golden_cases");
            draft.setAll(template.load(us));
        });
        assertThat(entente.staleClauses()).isEqualTo(Set.of());
    }
}
