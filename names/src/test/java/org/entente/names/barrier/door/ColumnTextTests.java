package org.entente.names.barrier.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.entente.names.barrier.Finding;
import org.junit.jupiter.api.Test;

class ColumnTextTests {
    @Test
    void a_character_set_that_lacks_letters_is_a_barrier_before_any_probe() {
        assertThat(found("PostgreSQL", "LATIN1")).containsExactly("B17", "B18");
        assertThat(found("Microsoft SQL Server", "iso_1")).containsExactly("B17", "B18");
        assertThat(found("MySQL", "latin1")).containsExactly("B17", "B18");
    }

    @Test
    void one_of_three_bytes_lacks_what_is_beyond_the_first_plane() {
        assertThat(found("MySQL", "utf8mb3")).containsExactly("B18");
        assertThat(found("MariaDB", "utf8")).containsExactly("B18");
        assertThat(found("MySQL", "utf8mb4")).isEmpty();
    }

    @Test
    void what_has_all_letters_is_said_with_how_it_is_compared() {
        Map<String, Finding> findings = new ColumnText("PostgreSQL", "UTF8", "en_CA.UTF-8").look("name");

        assertThat(findings.get("B17"))
                .isInstanceOfSatisfying(
                        Finding.NotFound.class,
                        not -> assertThat(not.tested().en()).isEqualTo("Kept in UTF8, compared by en_CA.UTF-8"));
        assertThat(found("H2", "Unicode")).isEmpty();
        assertThat(new ColumnText("Other", "", "").look("name")).isEmpty();
    }

    private static List<String> found(String product, String characters) {
        return new ColumnText(product, characters, "")
                .look("name").entrySet().stream()
                        .filter(row -> row.getValue() instanceof Finding.Found)
                        .map(Map.Entry::getKey)
                        .toList();
    }
}
