package org.entente.node.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert;
import org.entente.node.TestNode;
import org.entente.node.kernel.Language;
import org.entente.node.kernel.PersonId;
import org.entente.node.people.EmailAddress;
import org.entente.node.people.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportRegistersTests {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String HERE = "192.0.2.1";
    private static final String HEADER =
            "numero,naissance,code,prenom,nom,nom_complet,ville,rue,code_postal,nom_t,langue_t\n";

    private static final String FAULTS = """
                            register residents was not imported: line 1401, column numero: a line before it has the same \
                            number; line 1502, column numero: there is nothing; \
                            line 1503, column naissance: not a date (YYYY-MM-DD); \
                            line 1504: there are more or fewer values than there are columns; \
                            line 1505, column nom_complet: there is a character that no text has
                            le registre residents n’a pas été importé : ligne 1401, colonne numero : une ligne précédente a \
                            le même numéro ; ligne 1502, colonne numero : il n’y a rien ; \
                            ligne 1503, colonne naissance : ce n’est pas une date (AAAA-MM-JJ) ; \
                            ligne 1504 : il n’y a pas une valeur par colonne ; \
                            ligne 1505, colonne nom_complet : il y a un caractère qui n’est d’aucun texte""";

    private TestNode node;

    @BeforeAll
    void start() {
        node = TestNode.government("quebec", TestRegister.settings());
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @Test
    void a_file_that_a_spreadsheet_saved_is_read_without_the_mark_it_puts_first() {
        assertThat(TestRegister.names("\uFEFFnumero,naissance,code,nom_complet\nA1,1990-01-01,AAAA,Percé\n"))
                .containsExactly("Percé");
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_new_one_replaces_all(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("register.csv");
        Files.writeString(file, HEADER + "A1,1990-01-01,AAAA,,,Percé,,,,,\nB2,1990-01-01,BBBB,,,Matane,,,,,\n");
        try (TestNode other = TestNode.government("quebec", TestRegister.settings("file:" + file))) {
            Instant first = imported(other);
            TestRegister.reimport(other);
            assertThat(imported(other)).isEqualTo(first);

            Files.writeString(file, HEADER + "B2,1990-01-01,BBBB,,,Matane-sur-Mer,,,,,\n");
            TestRegister.reimport(other);
            Registers registers = other.bean(Registers.class);
            assertThat(registers.find(new RecordId(TestRegister.ID, "A1"))).isEmpty();
            assertThat(registers
                            .find(new RecordId(TestRegister.ID, "B2"))
                            .orElseThrow()
                            .claims()
                            .path("name")
                            .stringValue())
                    .isEqualTo("Matane-sur-Mer");
        }
    }

    @Test
    void another_reading_of_the_columns_is_another_register(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("register.csv");
        Files.writeString(file, HEADER + "A1,1990-01-01,AAAA,,,Percé,Gaspé,Rue,,,\n");
        try (TestNode other = TestNode.government("quebec", TestRegister.settings("file:" + file))) {
            RegistersSettings.Source source =
                    other.bean(RegistersSettings.class).sources().getFirst();
            RegistersSettings.Columns columns = source.columns();
            List<RegistersSettings.ClaimColumn> claims = new ArrayList<>(columns.claims());
            claims.add(new RegistersSettings.ClaimColumn("address.region", "ville"));
            RegistersSettings.Columns changed = new RegistersSettings.Columns(
                    columns.number(), columns.birthDate(), columns.letterCode(), claims, columns.names());
            importOf(other, new RegistersSettings.Source(source.id(), source.name(), source.file(), changed, 0));

            assertThat(other.bean(Registers.class)
                            .find(new RecordId(TestRegister.ID, "A1"))
                            .orElseThrow()
                            .claims()
                            .at("/address/region")
                            .asString())
                    .isEqualTo("Gaspé");
        }
    }

    @Test
    void a_file_with_faults_names_every_row_and_changes_nothing(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("register.csv");
        Files.writeString(file, HEADER + "A1,1990-01-01,AAAA,,,Percé,,,,,\nB2,1990-01-01,BBBB,,,Matane,,,,,\n");
        try (TestNode other = TestNode.government("quebec", TestRegister.settings("file:" + file))) {
            PersonId holder = person(other);
            Proof proof = new Proof(new RecordId(TestRegister.ID, "B2"), LocalDate.parse("1990-01-01"), "BBBB");
            other.bean(MatchPerson.class).match(holder, proof, HERE, NOW);
            Instant first = imported(other);
            StringBuilder rows = new StringBuilder(HEADER);
            for (int i = 1; i <= 1_500; i++) {
                rows.append(i == 2 || i == 1_400 ? "C2" : "C" + i).append(",1990-01-01,AAAA,,,Secret,,,,,\n");
            }
            rows.append(",1990-01-01,AAAA,,,Secret,,,,,\n")
                    .append("D1,yesterday,AAAA,,,Secret,,,,,\n")
                    .append("D2,1990-01-01,AAAA,,,Secret\n")
                    .append("D3,1990-01-01,AAAA,,,Sec\0ret,,,,,\n");
            Files.writeString(file, rows);

            assertThatThrownBy(() -> TestRegister.reimport(other))
                    .isInstanceOf(ImportFailed.class)
                    .hasNoCause()
                    .hasMessage(FAULTS);
            assertThat(imported(other)).isEqualTo(first);
            assertThat(other.bean(JdbcClient.class)
                            .sql("select number from registers.records order by number")
                            .query(String.class)
                            .list())
                    .containsExactly("A1", "B2");
            assertThat(other.bean(Registers.class).recordOf(holder, TestRegister.ID))
                    .contains(proof.record());
        }
    }

    @Test
    void who_holds_a_record_holds_it_after_each_import_and_again_when_it_returns(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("register.csv");
        String both = HEADER + "A1,1990-01-01,AAAA,,,Percé,,,,,\nB2,1990-01-01,BBBB,,,Matane,,,,,\n";
        Files.writeString(file, both);
        try (TestNode other = TestNode.government("quebec", TestRegister.settings("file:" + file))) {
            PersonId holder = person(other);
            RecordId record = new RecordId(TestRegister.ID, "B2");
            other.bean(MatchPerson.class)
                    .match(holder, new Proof(record, LocalDate.parse("1990-01-01"), "BBBB"), HERE, NOW);
            for (String text : List.of(HEADER + "A1,1990-01-01,AAAA,,,Percé,,,,,\n", both, both)) {
                Files.writeString(file, text);
                TestRegister.reimport(other);
            }

            Registers registers = other.bean(Registers.class);
            assertThat(registers.recordOf(holder, TestRegister.ID)).contains(record);
            assertThat(registers.find(record)).isPresent();
        }
    }

    @Test
    void a_file_that_lacks_many_records_changes_nothing_unless_so_many_may_leave(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("register.csv");
        Files.writeString(file, rows(300));
        try (TestNode other = TestNode.government("quebec", TestRegister.settings("file:" + file))) {
            Files.writeString(file, rows(270));
            TestRegister.reimport(other);
            assertThat(records(other)).as("a tenth").isEqualTo(270);

            Files.writeString(file, rows(242));
            assertThatThrownBy(() -> TestRegister.reimport(other))
                    .isInstanceOf(ImportFailed.class)
                    .hasMessageContaining("28 of 270 records")
                    .hasMessageContaining("may-leave=28");
            RegistersSettings.Source source =
                    other.bean(RegistersSettings.class).sources().getFirst();
            assertThatThrownBy(() -> importOf(other, allowing(source, 27))).isInstanceOf(ImportFailed.class);
            assertThat(records(other)).isEqualTo(270);
            importOf(other, allowing(source, 28));
            assertThat(records(other)).isEqualTo(242);
        }
    }

    @Test
    void a_file_with_nothing_but_its_headings_empties_no_register(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("register.csv");
        Files.writeString(file, rows(3));
        try (TestNode other = TestNode.government("quebec", TestRegister.settings("file:" + file))) {
            Files.writeString(file, HEADER);
            assertThatThrownBy(() -> TestRegister.reimport(other))
                    .isInstanceOf(ImportFailed.class)
                    .hasMessageContaining("3 of 3 records");
            assertThat(records(other)).isEqualTo(3);
        }
    }

    @Test
    void a_file_in_which_every_number_is_another_replaces_no_register(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("register.csv");
        Files.writeString(file, rows(3));
        try (TestNode other = TestNode.government("quebec", TestRegister.settings("file:" + file))) {
            Files.writeString(file, rows(3).replace("\nA", "\nB"));
            assertThatThrownBy(() -> TestRegister.reimport(other))
                    .isInstanceOf(ImportFailed.class)
                    .hasMessageContaining("3 of 3 records");
            assertThat(records(other)).isEqualTo(3);
        }
    }

    private static String rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "A" + i + ",1990-01-01,AAAA,,,Percé,,,,,\n")
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static RegistersSettings.Source allowing(RegistersSettings.Source source, int mayLeave) {
        return new RegistersSettings.Source(source.id(), source.name(), source.file(), source.columns(), mayLeave);
    }

    private static int records(TestNode other) {
        return other.bean(JdbcClient.class)
                .sql("select count(*) from registers.records")
                .query(Integer.class)
                .single();
    }

    @Test
    void refuses_a_malformed_file_and_names_the_line_only(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("register.csv");
        for (String row : new String[] {"A1,1990-13-01,AAAA,,,Secret,,,,,\n", ",1990-01-01,AAAA,,,Secret,,,,,\n"}) {
            Files.writeString(file, HEADER + row);
            assertThatImportFails(file).hasMessageContaining("line 2, column ").hasMessageNotContaining("Secret");
        }
        Files.write(file, (HEADER + "A1,1990-01-01,AAAA,,,Per\u00e9,,,,,\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatImportFails(file).hasMessageContaining("not UTF-8");
    }

    private AbstractThrowableAssert<?, ?> assertThatImportFails(Path file) {
        RegisterFile read = new RegisterFile(source(file));
        ThrowableAssert.ThrowingCallable reading = () -> read.read(read.digest(), rows -> Set.of());
        return assertThatThrownBy(reading).isInstanceOf(IllegalStateException.class);
    }

    private RegistersSettings.Source source(Path file) {
        RegistersSettings.Source source =
                node.bean(RegistersSettings.class).sources().getFirst();
        return new RegistersSettings.Source(
                source.id(), source.name(), new FileSystemResource(file), source.columns(), 0);
    }

    private static PersonId person(TestNode other) {
        EmailAddress email = new EmailAddress(UUID.randomUUID() + "@example.org");
        return other.bean(People.class).enter(email, Language.FR, NOW).id();
    }

    private static void importOf(TestNode other, RegistersSettings.Source source) {
        new ImportRegisters(
                        new RegistersSettings(List.of(source), 50),
                        other.bean(Records.class),
                        other.bean(Departures.class),
                        other.bean(TransactionOperations.class),
                        Instant::now)
                .afterSingletonsInstantiated();
    }

    private static Instant imported(TestNode other) {
        return other.bean(JdbcClient.class)
                .sql("select imported_at from registers.imports")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
