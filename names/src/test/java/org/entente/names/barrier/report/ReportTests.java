package org.entente.names.barrier.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.names.barrier.AuditReport;
import org.entente.names.barrier.Barrier;
import org.entente.names.barrier.Catalogue;
import org.entente.names.barrier.Evidence;
import org.entente.names.barrier.Finding;
import org.entente.names.barrier.Question;
import org.entente.names.barrier.Wording;
import org.entente.names.barrier.Wording.Tongue;
import org.entente.names.json.Json;
import org.entente.names.profile.CsvTable;
import org.junit.jupiter.api.Test;

class ReportTests {
    private static final AuditReport REPORT = report(
            "Registry <one>",
            Map.of(
                    "B07",
                    new Finding.Found(List.of(new Evidence("card", "ʔaq̓am", "?aq̓am", Wording.of("damage.GLOTTAL")))),
                    "B09",
                    new Finding.NotFound(Wording.of("tested.one-name"))));

    @Test
    void is_read_back_as_it_was_written() {
        assertThat(ReportJson.read(ReportJson.write(REPORT))).isEqualTo(REPORT);
        assertThatIllegalArgumentException().isThrownBy(() -> ReportJson.read("{\"format\":\"other\"}"));
        assertThat(Json.read(ReportJson.schema())).isInstanceOf(Map.class);
    }

    @Test
    void gives_the_evidence_in_code_points() {
        assertThat(ReportJson.write(REPORT)).contains("U+0294 U+0061 U+0071 U+0313 U+0061 U+006D");
        assertThat(new ReportHtml(Tongue.FR).write(REPORT))
                .contains("<html lang=\"fr\">", "U+003F U+0061 U+0071", "L’occlusive glottale a disparu")
                .contains("Registry &lt;one&gt;", "href=\"report.en.html\"")
                .doesNotContain("<one>", "<script");
    }

    @Test
    void is_a_table_that_spreadsheets_read() {
        List<List<String>> rows = CsvTable.rows(ReportCsv.write(REPORT));

        assertThat(rows).hasSize(70).allSatisfy(row -> assertThat(row).hasSize(20));
        assertThat(ReportCsv.line(List.of("=1+1", "-1+1", "\t=1", "\r=1", "＝1", "1-1")))
                .isEqualTo("\"'=1+1\",\"'-1+1\",\"'\t=1\",\"'\r=1\",\"'＝1\",\"1-1\"\r\n");
    }

    @Test
    void rolls_many_systems_up() {
        AuditReport clean = report("Clinic", Map.of("B07", new Finding.NotFound(Wording.of("tested.one-name"))));
        AuditReport otherDoor = report("Registry <one>", Map.of());
        RollUp rollUp = new RollUp(List.of(REPORT, clean, otherDoor));

        assertThat(rollUp.systems()).containsExactly("Registry <one>", "Clinic");
        assertThat(rollUp.having(Catalogue.standard().barrier("B07"))).containsExactly("Registry <one>");
        assertThat(CsvTable.rows(rollUp.csv()))
                .hasSize(70)
                .allSatisfy(row -> assertThat(row).hasSize(8));
        assertThat(new ReportHtml(Tongue.EN).write(rollUp)).contains("Barriers to names in 2 systems", ">1 / 2<");
        assertThatIllegalArgumentException().isThrownBy(() -> new RollUp(List.of()));
    }

    @Test
    void a_system_in_which_nobody_looked_is_not_counted_as_free() {
        RollUp rollUp = new RollUp(List.of(
                REPORT,
                report("Clinic", Map.of()),
                report("School", Map.of("B09", new Finding.NotFound(Wording.of("tested.one-name"))))));
        Barrier mononym = Catalogue.standard().barrier("B09");

        assertThat(rollUp.tested(mononym)).containsExactly("Registry <one>", "School");
        assertThat(new ReportHtml(Tongue.EN).write(rollUp))
                .contains("data-label=\"Found / tested\">0 / 2<", "data-label=\"Not tested\">1<")
                .contains("data-label=\"Found / tested\">0 / 0<", "data-label=\"Not tested\">3<");
        assertThat(rollUp.csv()).contains("\"B09\"").contains("\"systems\",\"tested\"");
    }

    @Test
    void the_questions_are_rolled_up_with_who_answered_what() {
        AuditReport answered = AuditReport.of(
                "Clinic",
                "form",
                Instant.EPOCH,
                Map.of(),
                Map.of("P02", new Finding.Answer(Finding.Says.YES, "the act, s. 3")));
        AuditReport otherDoor = report("Clinic", Map.of());
        RollUp rollUp = new RollUp(List.of(REPORT, otherDoor, answered));
        Question surname = Catalogue.standard().questions().get(1);

        assertThat(rollUp.answering(surname, Optional.of(Finding.Says.YES))).containsExactly("Clinic");
        assertThat(rollUp.answering(surname, Optional.empty())).containsExactly("Registry <one>");
        assertThat(new ReportHtml(Tongue.EN).write(rollUp))
                .contains(">P14<", "data-label=\"Yes\">Clinic<", "Not known, or not answered\">Registry &lt;one&gt;<");
    }

    private static AuditReport report(String system, Map<String, Finding> found) {
        return AuditReport.of(system, "form", Instant.parse("2026-11-22T12:00:00Z"), found, Map.of());
    }
}
