package org.entente.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
