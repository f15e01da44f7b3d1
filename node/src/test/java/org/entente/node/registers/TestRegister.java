package org.entente.node.registers;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.Name;
import org.entente.node.TestNode;
import org.entente.node.kernel.Text;
import org.springframework.core.io.ByteArrayResource;

/** A register of fictional people, named after places. */
public final class TestRegister {
    /** Its name in settings. */
    public static final String ID = "residents";

    private TestRegister() {}

    /** The settings that import it. */
    public static Map<String, Object> settings() {
        return settings("classpath:registers/residents.csv");
    }

    /** The settings that import another file of the same shape. */
    public static Map<String, Object> settings(String file) {
        String source = "entente.registers.sources[0].";
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put(source + "id", ID);
        settings.put(source + "name.fr", "Registre des résidents");
        settings.put(source + "name.en", "Register of residents");
        settings.put(source + "file", file);
        settings.put(source + "columns.number", "numero");
        settings.put(source + "columns.birth-date", "naissance");
        settings.put(source + "columns.letter-code", "code");
        claims(settings, source + "columns.claims");
        settings.put(source + "columns.names[0].full", "nom_complet");
        settings.put(source + "columns.names[0].given", "prenom");
        settings.put(source + "columns.names[0].family", "nom");
        settings.put(source + "columns.names[1].kind", "traditional");
        settings.put(source + "columns.names[1].full", "nom_t");
        settings.put(source + "columns.names[1].lang", "langue_t");
        return settings;
    }

    private static void claims(Map<String, Object> settings, String claims) {
        String[][] columns = {
            {"birthdate", "naissance"},
            {"place_of_birth.locality", "ville"},
            {"address.street_address", "rue"},
            {"address.locality", "ville"},
            {"address.postal_code", "code_postal"}
        };
        for (int i = 0; i < columns.length; i++) {
            settings.put(claims + "[" + i + "].claim", columns[i][0]);
            settings.put(claims + "[" + i + "].column", columns[i][1]);
        }
    }

    /** Reads the files of a node's registers once more. */
    public static void reimport(TestNode node) {
        node.bean(ImportRegisters.class).afterSingletonsInstantiated();
    }

    /** What Aurélie Rimouski knows of her record. */
    public static Proof aurelie() {
        return new Proof(new RecordId(ID, "TREM 5401 0101"), LocalDate.parse("1984-02-29"), "k7qx m2pd");
    }

    /** What Éloi Gaspé knows of his record. */
    public static Proof eloi() {
        return new Proof(new RecordId(ID, "GASP 7303 0303"), LocalDate.parse("2001-12-01"), "Z8VN-C3LA");
    }

    /** What a person with one name, written in syllabics, knows of the record. */
    public static Proof mononym() {
        return new Proof(new RecordId(ID, "NUTA62020202"), LocalDate.parse("1991-07-15"), "B4HT-R9WE");
    }

    /** The names that an import reads from a file of this register. */
    public static List<String> names(String csv) {
        RegistersSettings.Source source = new RegistersSettings.Source(
                ID,
                new Text("Registre", "Register"),
                new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)),
                new RegistersSettings.Columns(
                        "numero",
                        "naissance",
                        "code",
                        List.of(new RegistersSettings.ClaimColumn("birthdate", "naissance")),
                        List.of(new RegistersSettings.NameColumns(Name.Kind.LEGAL, "nom_complet", "", "", ""))),
                0);
        RegisterFile file = new RegisterFile(source);
        List<String> names = new ArrayList<>();
        file.read(file.digest(), rows -> {
            rows.forEach(row -> names.add(row.claims().path("name").asString("")));
            return Set.of();
        });
        return names;
    }
}
