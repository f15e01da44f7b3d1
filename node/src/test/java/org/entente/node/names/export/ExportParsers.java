package org.entente.node.names.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.node.web.Messages;
import org.entente.protocols.ProtocolError;
import org.entente.protocols.fuzz.Parser;

/** The reader of files of names that people bring. */
public final class ExportParsers {
    private static final ReadCsv READ = new ReadCsv(Messages.ofProgram());

    private ExportParsers() {}

    public static List<Parser> all() {
        return List.of(new Parser(
                "names-file",
                List.of(
                        bytes("\uFEFF\"Whole name\",\"Language\"\r\n\"'=ʔaq̓am\",\"kut\"\r\n"),
                        bytes("Nom entier;Langue\nᐃᖃᓗᐃᑦ;iu-Cans\n")),
                1,
                ExportParsers::read));
    }

    private static Object read(byte[] file) {
        return switch (READ.read(file)) {
            case BroughtFile.Read _ -> "";
            case BroughtFile.Unreadable(BroughtFile.Why why) ->
                throw new ProtocolError("invalid_request", why.toString());
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
