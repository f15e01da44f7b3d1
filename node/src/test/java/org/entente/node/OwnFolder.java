package org.entente.node;

import java.nio.file.Path;

/** Where the tests of one process keep what another process of the same run must not take for its own. */
final class OwnFolder {
    private OwnFolder() {}

    /** The folder of this name. */
    static Path named(String name) {
        return Path.of("target", name + System.getProperty("tests.process", "")).toAbsolutePath();
    }
}
