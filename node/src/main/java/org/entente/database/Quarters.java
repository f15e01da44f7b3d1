package org.entente.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Where the server's programs and data lie, and as whom it runs: in the cluster's directory, or, where the server's account
 * cannot go there (a folder that only root enters), below {@code /var/lib/entente}, with a link in the directory.
 */
record Quarters(Path directory, Account account) {
    private static final String LINK = "quarters";
    private static final Path ELSEWHERE = Path.of("/var/lib/entente");
    private static final String DATA = "data";

    /**
     * The quarters of the cluster in a directory; whoever calls is the only one who looks for them. A cluster where its
     * server can't go is stopped and brought over.
     *
     * @param password the superuser's
     * @throws DatabaseFailed when there is no place where the server could run
     */
    static Quarters of(Path home, String password) throws IOException {
        Account account = Account.choose();
        Path link = home.resolve(LINK);
        if (Files.isSymbolicLink(link)) {
            return new Quarters(link.toRealPath(), account);
        }
        return account.reaches(home) ? new Quarters(home, account) : elsewhere(home, account, password);
    }

    /** Puts a cluster that stands in another's name in the account's, its server stopped before. */
    void takeOver(String password) throws IOException {
        if (Files.exists(data()) && !account.owns(data())) {
            new Postmaster(data()).end(password);
            account.give(data());
        }
    }

    /** The data directory; not there until a cluster was made. */
    Path data() {
        return directory.resolve(DATA);
    }

    private static Quarters elsewhere(Path home, Account account, String password) throws IOException {
        if (account != Account.APART) {
            throw new DatabaseFailed("PostgreSQL's account cannot enter " + home);
        }
        open(Files.createDirectories(ELSEWHERE));
        Quarters quarters = new Quarters(open(Files.createTempDirectory(ELSEWHERE, "postgres-")), account);
        if (!account.reaches(quarters.directory())) {
            throw new DatabaseFailed("PostgreSQL's account can enter neither " + home + " nor " + ELSEWHERE);
        }
        Files.writeString(quarters.directory().resolve("belongs-to"), home + "\n");
        Path old = home.resolve(DATA);
        boolean moves = Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS);
        if (moves) {
            new Postmaster(old).end(password);
            copy(old, quarters);
        }
        Files.createSymbolicLink(home.resolve(LINK), quarters.directory());
        if (moves) {
            Trees.delete(old);
        }
        return quarters;
    }

    /** May be on another disk, so no move. */
    private static void copy(Path old, Quarters quarters) {
        Path log = quarters.directory().resolve("move.log");
        List<String> command =
                List.of("cp", "-a", old.toString(), quarters.data().toString());
        Programs.run(command, quarters.directory(), log);
    }

    /** Others may pass, to what they know the name of, and list nothing. */
    private static Path open(Path directory) throws IOException {
        return Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
    }
}
