package org.entente.command;

import java.time.Instant;
import java.util.List;
import org.entente.database.DatabaseFailed;
import org.entente.demo.Demo;
import org.entente.demo.DemoFailed;

/** Where the program begins. */
public final class Main {
    private static final String HELP = """
            ./entente demo [--once] [--separate] [--https] [--port N]
                Starts the council's directory, Québec, British Columbia and a wallet on this machine, plays the
                main job over the real protocols, and stays up for a browser. --once ends after the tour;
                --separate runs a process per node; --https serves every node under an authority
                that is kept in var/demo; --port takes N and the eight ports after it (8400).
            ./entente node --config FILE
                Runs one node as FILE says (docs/operate/a-node.md).
            ./entente names import|profiles|validate|keys|sort|forms
                Reads, compares, sorts and transcribes names in community orthographies (docs/how-to/use-names.md).
            ./entente names audit form|openapi|jdbc|csv|source …
                Looks in a system for the 55 barriers to names (docs/how-to/audit-barriers.md); names audit help says how.
            ./entente audit BUNDLE [OTHER] [--pins FILE]… [--json] [--lang fr]
                Verifies offline what crossed a government's frontier, and with OTHER that both sides recorded the same
                (docs/operate/audit.md). FILE is an entente as it is published: its parties' keys; with --pins for each
                page of its transitions too, also the keys of who acceded.
            ./entente ruling FILE… --verifier WHO --purpose ID --type TYPE [--issuer WHO] [--claims A,B.C] [--at TIME]
                Rules as every node does, offline, from what a party publishes of an entente; --golden runs the
                worked examples of documents; ./entente ruling help [--lang fr] says how (docs/how-to/rule-offline.md).
            ./entente bench issuance|verification|functions
                Measures a node under load; ./entente bench help says how.
            ./entente test      all tests        ./entente check   format and the quick tests
            ./entente interop   tests with wallets and clients that others wrote
            ./entente soak      what the tests leave out: processes killed 200 times, long fuzzing, each page in
                every width, theme and language; an hour or more
            ./entente format    formats the code  ./entente help    this page
            """;

    private Main() {}

    /** Runs one command; ends with 0 when it did what was asked, 1 when it failed, 2 when it was not understood. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            Words words = new Words(arguments);
            return switch (words.command()) {
                case "demo" -> demo(words);
                case "node" -> NodeCommand.run(words.required("--config"));
                case "names" -> NamesCommand.run(words, System.out);
                case "ruling" -> RulingCommand.run(words, System.out, Instant.now());
                case "audit" -> AuditCommand.run(words, System.out, Instant.now());
                case "help", "--help", "-h" -> help();
                default -> throw new NotUnderstood("there is no command '" + words.command() + "'");
            };
        } catch (NotUnderstood e) {
            System.err.println(e.getMessage());
            System.err.print(HELP);
            return 2;
        } catch (DemoFailed | DatabaseFailed e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int demo(Words words) {
        var options = new Demo.Options(
                words.has("--once"), words.has("--separate"), words.has("--https"), words.number("--port", 8400));
        words.requireAllUsed();
        Demo.run(options);
        return 0;
    }

    private static int help() {
        System.out.print(HELP);
        return 0;
    }
}
