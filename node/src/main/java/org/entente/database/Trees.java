package org.entente.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Directories with all that is in them. */
final class Trees {
    private Trees() {}

    /** Deletes a tree; follows no link. */
    static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes what a killed process left half-made: the trees whose names begin so. */
    static void deleteLeft(Path parent, String prefix) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, prefix + "*")) {
            for (Path tree : found) {
                deleteUnlessInUse(tree);
            }
        }
    }

    private static void deleteUnlessInUse(Path tree) {
        try {
            delete(tree);
        } catch (IOException stillWrittenTo) {
            // by a program that outlived the process that was killed: the next start deletes it
        }
    }
}
