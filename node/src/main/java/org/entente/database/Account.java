package org.entente.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.stream.Stream;

/** As whom PostgreSQL's programs run. They refuse root, for a good reason: the server reads and writes files for others. */
enum Account {
    /** As whoever started us. */
    OURSELVES(List.of(), List.of()),

    /**
     * Root's choice: a uid that owns nothing but this. No distribution hands out 65520–65533 (systemd, "Users, Groups,
     * UIDs and GIDs"), and a container with 65,536 ids has them. Only {@code initdb} wants an account with a name.
     */
    APART(setpriv(Account.UID), setpriv("nobody")),

    /** In a further namespace, where our root is an ordinary user of the machine and other uids may not exist. */
    NAMESPACE(List.of("unshare", "--user"), List.of("unshare", "--user"));

    private static final String UID = "65523";

    private final List<String> running;
    private final List<String> making;

    Account(List<String> running, List<String> making) {
        this.running = running;
        this.making = making;
    }

    /**
     * The account for this process.
     *
     * @throws DatabaseFailed when it is root and may become nobody else
     */
    static Account choose() throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return OURSELVES;
        }
        Path root = Path.of("/");
        if (APART.reaches(root)) {
            return APART;
        }
        if (isRootOfANamespaceOnly() && NAMESPACE.reaches(root)) {
            return NAMESPACE;
        }
        throw new DatabaseFailed("PostgreSQL does not run as root, and this process may not change to uid " + UID
                + " (setpriv, of util-linux): start it as another user, or name a database by its address");
    }

    /** The command that runs a program as this account. */
    List<String> running(List<String> program) {
        return Stream.concat(running.stream(), program.stream()).toList();
    }

    /** The command that runs a program that makes a cluster; what it makes is then to be {@linkplain #give given}. */
    List<String> making(List<String> program) {
        return Stream.concat(making.stream(), program.stream()).toList();
    }

    /** Whether the account can enter a directory, by the path that we know. */
    boolean reaches(Path directory) throws IOException {
        return Programs.succeeds(running(List.of("test", "-x", directory.toString())));
    }

    /** Whether a file stands in the account's name. */
    boolean owns(Path file) throws IOException {
        return this != APART
                || Files.getOwner(file, LinkOption.NOFOLLOW_LINKS)
                        .equals(file.getFileSystem()
                                .getUserPrincipalLookupService()
                                .lookupPrincipalByName(UID));
    }

    /** Lets the program that makes a cluster write in an empty directory. */
    void lend(Path directory) throws IOException {
        if (this == APART) {
            own(directory, "nobody");
        }
    }

    /** Puts a tree in the account's name; the top last, so that a tree whose top is its own is so throughout. */
    void give(Path tree) throws IOException {
        if (this != APART) {
            return;
        }
        own(tree, "root");
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                own(file, UID);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, java.io.IOException failure) throws IOException {
                own(directory, UID);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void own(Path file, String account) throws IOException {
        UserPrincipalLookupService accounts = file.getFileSystem().getUserPrincipalLookupService();
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        view.setOwner(accounts.lookupPrincipalByName(account));
    }

    private static List<String> setpriv(String account) {
        return List.of(
                "setpriv",
                "--reuid=" + account,
                "--regid=" + Account.UID,
                "--clear-groups",
                "--inh-caps=-all",
                "--no-new-privs");
    }

    /** user_namespaces(7): the first line maps our 0 to a uid outside. */
    private static boolean isRootOfANamespaceOnly() throws IOException {
        String[] first = Files.readAllLines(Path.of("/proc/self/uid_map"))
                .getFirst()
                .trim()
                .split(" +");
        return first[0].equals("0") && !first[1].equals("0");
    }
}
