package org.entente.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL's programs, unpacked once for many clusters. */
public final class TestPrograms {
    private TestPrograms() {}

    /**
     * Links them into a directory that is to hold a cluster, which then need not unpack its own.
     *
     * @return the link
     */
    public static Path linkInto(Path home) throws IOException {
        Path common = Files.createDirectories(Path.of("target", "postgres")).toRealPath();
        Binaries programs = Tenure.alone(common, () -> Binaries.unpack(common));
        return Files.createSymbolicLink(
                Files.createDirectories(home).resolve(programs.directory().getFileName()), programs.directory());
    }

    /** The command of a server by itself, at a port of its own: the usual one may be another's on this machine. */
    static List<String> server(Path programs, Path data) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return List.of(
                    programs.resolve("bin/postgres").toString(),
                    "-D",
                    data.toString(),
                    "-p",
                    String.valueOf(socket.getLocalPort()));
        }
    }
}
