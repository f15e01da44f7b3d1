package org.entente.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.protocols.json.Json;
import org.entente.protocols.oid4vci.CredentialOffer;

/** Offers of any issuer, made by whatever means it has: a line each, the offer's JSON, a tab and its code if any. */
final class OfferFile implements OfferSource {
    private final Deque<PreparedOffer> left;

    OfferFile(Path file) {
        try {
            left = new ArrayDeque<>(Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(OfferFile::read)
                    .toList());
        } catch (IOException e) {
            throw new BenchFailed("the offers in " + file + " cannot be read", e);
        }
    }

    private static PreparedOffer read(String line) {
        String[] parts = line.split("\t", 2);
        return PreparedOffer.of(CredentialOffer.parse(Json.object(parts[0])), parts.length > 1 ? parts[1] : "");
    }

    @Override
    public synchronized List<PreparedOffer> offers(int count) {
        if (left.size() < count) {
            throw new BenchFailed("there are " + left.size() + " offers left, and " + count + " are needed");
        }
        return IntStream.range(0, count).mapToObj(i -> left.pop()).toList();
    }
}
