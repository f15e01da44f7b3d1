package org.entente.node.names.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.database.TestCluster;
import org.entente.names.NameText;
import org.entente.names.collation.NameOrder;
import org.entente.names.collation.NameOrders;
import org.entente.names.key.KeyMaker;
import org.entente.names.key.NameKeys;
import org.entente.names.letters.Alphabet;
import org.entente.names.profile.OpenProfile;
import org.entente.names.profile.Profile;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.PublishedLetters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * T5: PostgreSQL 15 and 18, each with a locale of its ICU as the database's own, keep, find and order keys as Java does: those
 * of every probe, and of every letter of every orthography, read in that orthography and in none.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysInDatabasesTests {
    private static final Comparator<String> BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final List<Recorded> recorded = new ArrayList<>();
    private final Map<String, JdbcClient> databases = new LinkedHashMap<>();
    private final List<AutoCloseable> opened = new ArrayList<>();

    /** Somebody's name, in one orthography. */
    private record Recorded(int number, NameKeys keys) {
        UUID id() {
            return new UUID(0, number);
        }

        /** As the room keeps them. */
        Stream<Key> rows() {
            return Stream.concat(
                    Stream.of(new Key("identity", keys.identity()), new Key("form", keys.stored())),
                    Stream.concat(keys.search().stream(), keys.roman().stream())
                            .distinct()
                            .map(key -> new Key("search", key)));
        }
    }

    private record Key(String level, String text) {}

    @BeforeAll
    void keep_the_same_in_each(@TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        record();
        keep(TestCluster.older(folder.resolve("older")));
        keep(TestCluster.ours(folder.resolve("ours")));
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
    }

    @Test
    void they_are_of_two_versions() {
        assertThat(databases.keySet())
                .satisfiesExactly(
                        older -> assertThat(older).startsWith("15."),
                        ours -> assertThat(ours).startsWith("18."));
    }

    @Test
    void keys_come_back_in_the_order_of_their_bytes() {
        List<String> inJava = recorded.stream()
                .flatMap(Recorded::rows)
                .map(Key::text)
                .distinct()
                .sorted(BYTES)
                .toList();
        assertThat(inJava).hasSizeGreaterThan(500);

        databases.forEach((version, database) -> {
            assertThat(texts(database, "select key from names.keys group by key order by key"))
                    .as(version)
                    .isEqualTo(inJava);
            assertThat(texts(database, "select key from names.keys group by key order by key collate \"default\""))
                    .as("the database's own locale has another order: %s", version)
                    .isNotEqualTo(inJava);
        });
    }

    @Test
    void a_search_finds_the_same_names_in_the_same_order() {
        List<Recorded> sought = recorded.subList(0, probes().size());
        assertThat(sought).hasSizeGreaterThan(40);

        databases.forEach((version, database) -> {
            KeyIndex index = new KeyIndex(database);
            for (Recorded one : sought) {
                assertThat(index.find(List.of(one.keys())).stream()
                                .map(KeyIndex.Found::person)
                                .toList())
                        .as("%s in %s", one.keys().stored(), version)
                        .isEqualTo(inJava(one));
            }
        });
    }

    @Test
    void sort_keys_kept_as_bytes_have_the_order_of_the_alphabet() {
        for (Profile profile : PublishedLetters.profiles().subList(0, 3)) {
            NameOrder order = NameOrders.standard().of(profile);
            List<String> inJava = Stream.concat(PublishedLetters.letters(profile).stream(), probes().stream())
                    .map(NameText::of)
                    .distinct()
                    .sorted(order)
                    .map(NameText::value)
                    .toList();
            databases.forEach((version, database) -> assertThat(sorted(database, order, inJava))
                    .as("%s in %s", profile.id(), version)
                    .isEqualTo(inJava));
        }
    }

    /** What the index is asked, asked of the keys themselves. */
    private List<PersonId> inJava(Recorded sought) {
        Set<Key> asked = sought.rows().collect(Collectors.toSet());
        Map<Recorded, List<Key>> common = new LinkedHashMap<>();
        recorded.stream()
                .filter(name -> name.keys().version().equals(sought.keys().version()))
                .forEach(name ->
                        common.put(name, name.rows().filter(asked::contains).toList()));
        return common.entrySet().stream()
                .filter(name -> !name.getValue().isEmpty())
                .sorted(Comparator.comparing((Map.Entry<Recorded, List<Key>> name) -> name.getValue().stream()
                                .allMatch(key -> key.level().equals("search")))
                        .thenComparing(name -> -name.getValue().size())
                        .thenComparing(name -> name.getKey().number()))
                .map(name -> new PersonId(name.getKey().id()))
                .limit(KeyIndex.MAX_FOUND)
                .toList();
    }

    private void record() {
        List<Profile> profiles = PublishedLetters.profiles();
        record(OpenProfile.get(), Stream.concat(probes().stream(), PublishedLetters.letters().stream()));
        profiles.forEach(profile -> record(profile, PublishedLetters.letters(profile).stream()));
        profiles.stream().limit(3).forEach(profile -> record(profile, probes().stream()));
    }

    private void record(Profile profile, Stream<String> names) {
        KeyMaker maker = new KeyMaker(Alphabet.of(profile));
        names.forEach(name -> recorded.add(new Recorded(recorded.size(), maker.of(NameText.of(name)))));
    }

    private void keep(TestCluster cluster) throws Exception {
        opened.add(cluster);
        Connection connection = cluster.database("names", "fr-CA");
        opened.add(connection);
        JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        databases.put(database.sql("show server_version").query(String.class).single(), database);
        database.sql("create schema names").update();
        for (String statement : resource("db/migration/names/V1__names.sql")
                .replaceAll("(?m)^--.*$", "")
                .split(";\\s*(\\n|$)")) {
            database.sql(statement).update();
        }
        List<String[]> rows = recorded.stream()
                .flatMap(name -> name.rows().map(key ->
                        new String[] {name.id().toString(), name.keys().version(), key.level(), key.text()}))
                .toList();
        database.sql("""
                        insert into names.keys (person, name, version, level, key)
                        select cast(name as uuid), cast(name as uuid), version, level, key
                        from unnest(
                            cast(:names as text[]), cast(:versions as text[]), cast(:levels as text[]), cast(:keys as text[])
                        ) as row (name, version, level, key)
                        """)
                .param("names", column(rows, 0))
                .param("versions", column(rows, 1))
                .param("levels", column(rows, 2))
                .param("keys", column(rows, 3))
                .update();
    }

    private static List<String> sorted(JdbcClient database, NameOrder order, List<String> names) {
        database.sql("create temporary table sorted (name text, key bytea)").update();
        try {
            names.forEach(name -> database.sql("insert into sorted values (:name, :key)")
                    .param("name", name)
                    .param("key", order.sortKey(NameText.of(name)))
                    .update());
            return texts(database, "select name from sorted order by key");
        } finally {
            database.sql("drop table sorted").update();
        }
    }

    private static String[] column(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).toArray(String[]::new);
    }

    private static List<String> texts(JdbcClient database, String query) {
        return database.sql(query).query((row, number) -> row.getString(1)).list();
    }

    private static List<String> probes() {
        return resource("names/probes.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String resource(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
