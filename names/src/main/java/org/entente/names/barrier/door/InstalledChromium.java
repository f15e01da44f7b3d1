package org.entente.names.barrier.door;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The Chromium of this machine. Debian has two of one engine; the one that never has a window takes a third of the work. */
public final class InstalledChromium {
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

    private InstalledChromium() {}

    /** The program; the last place that was looked in where there is none. */
    public static Path program() {
        return PROGRAMS.stream().filter(Files::isExecutable).findFirst().orElse(PROGRAMS.getLast());
    }

    /** Whether there is one. */
    public static boolean isThere() {
        return Files.isExecutable(program());
    }
}
