package org.entente.node.names.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.names.NameText;
import org.entente.names.key.KeyMaker;
import org.entente.names.key.NameKeys;
import org.entente.node.kernel.PersonId;
import org.entente.node.names.Orthographies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys by which recorded names are found. Ceremonial and former names have none. */
@Repository
public class RecordedKeys {
    private final JdbcClient database;
    private final Orthographies orthographies;

    RecordedKeys(JdbcClient database, Orthographies orthographies) {
        this.database = database;
        this.orthographies = orthographies;
    }

    /** One key of a name. */
    private record Key(RecordedName name, String version, String level, String key) {}

    /** The keys of a file in the place of those that it had. */
    void replace(PersonId person, PersonFile file) {
        List<Key> keys = new ArrayList<>();
        file.names().stream().filter(RecordedName::isShared).forEach(name -> keys.addAll(keys(name)));
        database.sql("delete from names.keys where person = :person")
                .param("person", person.value())
                .update();
        database.sql("""
                        insert into names.keys (person, name, version, level, key)
                        select :person, cast(name as uuid), version, level, key
                        from unnest(
                            cast(:names as text[]), cast(:versions as text[]), cast(:levels as text[]), cast(:keys as text[])
                        ) as row (name, version, level, key)
                        """)
                .param("person", person.value())
                .param(
                        "names",
                        array(keys.stream()
                                .map(key -> key.name().id().toString())
                                .toList()))
                .param("versions", array(keys.stream().map(Key::version).toList()))
                .param("levels", array(keys.stream().map(Key::level).toList()))
                .param("keys", array(keys.stream().map(Key::key).toList()))
                .update();
    }

    /** Persons with a key that is made otherwise now: another engine, another version of the profile, or none any more. */
    List<PersonId> outdated() {
        String[] old = database
                .sql("select distinct version from names.keys")
                .query((row, number) -> row.getString("version"))
                .list()
                .stream()
                .filter(version ->
                        !orthographies.keys(orthography(version)).version().equals(version))
                .toArray(String[]::new);
        return database.sql(
                        "select distinct person from names.keys where version = any(cast(:old as text[])) limit 1000")
                .param("old", old)
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    private static String orthography(String version) {
        return version.substring(version.lastIndexOf(';') + 1, version.lastIndexOf('@'));
    }

    private List<Key> keys(RecordedName name) {
        KeyMaker maker = orthographies.keys(name.entry().orthography());
        NameText full = name.entry().name().full();
        NameKeys made = name.entry().hasOrthography() ? maker.of(full) : maker.ofAny(full);
        Set<String> forms = new HashSet<>();
        Set<String> search = new HashSet<>(made.search());
        search.addAll(made.roman());
        name.entry().legacyForms().forEach(form -> forms.add(KeyMaker.storedForm(form.value())));
        name.entry().equivalents().stream()
                .map(other -> maker.ofAny(other.full()))
                .forEach(others -> {
                    forms.add(others.stored());
                    search.addAll(others.search());
                    search.addAll(others.roman());
                });
        List<Key> keys = new ArrayList<>();
        keys.add(new Key(name, made.version(), "identity", made.identity()));
        forms.forEach(key -> keys.add(new Key(name, made.version(), "form", key)));
        search.forEach(key -> keys.add(new Key(name, made.version(), "search", key)));
        return keys;
    }

    private static String[] array(List<String> values) {
        return values.toArray(String[]::new);
    }
}
