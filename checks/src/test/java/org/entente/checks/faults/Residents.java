package org.entente.checks.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A register of fictional people, who are called as a place is, with a number. */
final class Residents {
    /** More than the longest run meets, so that nobody has anything of a run before. */
    private static final int PEOPLE = 40_000;

    private static final String COLUMNS = "number,birth_date,letter_code,given_name,family_name,name,place_of_birth,"
            + "street_address,locality,region,postal_code,country,other_name,other_lang,other_orthography";

    private final Path file;
    private final AtomicInteger met = new AtomicInteger();

    Residents(Path folder) {
        List<String> lines = new ArrayList<>(List.of(COLUMNS));
        for (int i = 0; i < PEOPLE; i++) {
            lines.add(Resident.of(i).line());
        }
        try {
            this.file = Files.write(Files.createDirectories(folder).resolve("residents.csv"), lines)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody of the register. */
    record Resident(String number, String birthDate, String letterCode) {
        private static Resident of(int index) {
            return new Resident(
                    "FAUT %04d %04d".formatted(index / 10_000, index % 10_000),
                    "1980-01-%02d".formatted(1 + index % 28),
                    "AAAA-%04d".formatted(index % 10_000));
        }

        /** What they type to be found. */
        Map<String, String> knows() {
            return Map.of("number", number, "birth-date", birthDate, "code", letterCode);
        }

        private String line() {
            return String.join(
                    ",",
                    List.of(
                            number,
                            birthDate,
                            letterCode,
                            "Place",
                            "Gaspé",
                            "Place Gaspé",
                            "Gaspé",
                            "1 rue de l’Essai",
                            "Gaspé",
                            "CA-QC",
                            "G0T 2A0",
                            "CA",
                            "",
                            "",
                            ""));
        }
    }

    Path file() {
        return file;
    }

    /** Somebody whom nobody has met. */
    Resident next() {
        int next = met.getAndIncrement();
        if (next >= PEOPLE) {
            throw new IllegalStateException("everybody was met");
        }
        return Resident.of(next);
    }
}
