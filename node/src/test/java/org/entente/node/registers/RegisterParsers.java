package org.entente.node.registers;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.names.Name;
import org.entente.node.kernel.Text;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.fuzz.Parser;
import org.entente.protocols.fuzz.Trial;
import org.springframework.core.io.ByteArrayResource;

/** The readers of registers' files and of the numbers that people type. */
public final class RegisterParsers {
    private static final String ROWS = """
            number,born,code,city,full,given,family,lang
            A1,1990-01-01,K7QM,Gaspé,Élise Tremblay,Élise,Tremblay,fr
            "B-2 ",2001-12-31,"K7 ""QM",,xʷməθkʷəy̓əm,,,
            """;

    private RegisterParsers() {}

    public static List<Parser> all() {
        return List.of(
                new Parser("register-file", List.of(ROWS.getBytes(StandardCharsets.UTF_8)), 4, RegisterParsers::file),
                Parser.ofTyped(
                        "record-number",
                        text -> RecordId.parse("residents", text).map(RecordId::number),
                        "A1",
                        "ab - 1 2"));
    }

    private static Object file(byte[] bytes) {
        RegisterFile file = new RegisterFile(new RegistersSettings.Source(
                "residents", new Text("Résidents", "Residents"), new ByteArrayResource(bytes), columns(), 0));
        Set<RecordId> kept = new HashSet<>();
        try {
            RegisterFile.Count count = file.read(
                    file.digest(),
                    rows -> rows.stream()
                            .map(Row::id)
                            .filter(id -> !kept.add(id))
                            .collect(java.util.stream.Collectors.toSet()));
            if (count.rows() != kept.size()) {
                throw new AssertionError(count.rows() + " rows were counted and " + kept.size() + " kept");
            }
            return "";
        } catch (ImportFailed e) {
            if (String.valueOf(e.getMessage()).contains(Trial.CANARY) || e.getCause() != null) {
                throw new AssertionError("a failed import tells what stands in the file", e);
            }
            throw new ProtocolError("import_failed", "refused");
        }
    }

    private static RegistersSettings.Columns columns() {
        return new RegistersSettings.Columns(
                "number",
                "born",
                "code",
                List.of(
                        new RegistersSettings.ClaimColumn("address.locality", "city"),
                        new RegistersSettings.ClaimColumn("birthdate", "born")),
                List.of(new RegistersSettings.NameColumns(Name.Kind.LEGAL, "full", "given", "family", "lang")));
    }
}
