package org.entente.checks.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A register of fictional people, as many as are wanted; their names are place names with a number. */
record Population(Path file, List<String> numbers) {
    private static final String COLUMNS = "number,birth_date,letter_code,given_name,family_name,name,place_of_birth,"
            + "street_address,locality,region,postal_code,country,other_name,other_lang,other_orthography";
    private static final List<String> PLACES =
            List.of("Tadoussac", "Kuujjuaq", "Mashteuiatsh", "Wendake", "Chisasibi", "L’Anse-à-Brillant", "Gaspé");

    static Population write(Path folder, int people) {
        List<String> lines = new ArrayList<>(List.of(COLUMNS));
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String number = "BNCH %04d %04d".formatted(i / 10_000, i % 10_000);
            String place = PLACES.get(i % PLACES.size());
            numbers.add(number);
            lines.add("%s,1980-01-%02d,AAAA-%04d,Place,%s,Place %s,%s,%d rue de l’Essai,%s,CA-QC,G0T 2A0,CA,,,"
                    .formatted(number, 1 + i % 28, i % 10_000, place, place, place, i, place));
        }
        try {
            Files.createDirectories(folder);
            return new Population(Files.write(folder.resolve("people.csv"), lines), numbers);
        } catch (IOException e) {
            throw new BenchFailed("the register could not be written", e);
        }
    }
}
