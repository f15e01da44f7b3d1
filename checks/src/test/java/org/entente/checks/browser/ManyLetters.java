package org.entente.checks.browser;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.names.NameText;
import org.entente.node.names.PublishedLetters;
import org.springframework.core.io.ClassPathResource;

/** The probes, and all letters of all orthographies, as few names of many letters each; and a register of people called so. */
final class ManyLetters {
    private static final int MOST = 180;
    /** Persons of one name, each for one test alone, which puts the name away. */
    static final String ONE_NAME = "Waskaganish";

    static final String OTHER_NAME = "Ivujivik";

    /** Persons whose one registered name says nothing of the names that they record themselves. */
    private static final int PLAIN = 9;

    private static final String ALONE = alone("WASK 4404 0404", ONE_NAME) + alone("IVUJ 5505 0505", OTHER_NAME);
    private static final String REGISTER = "registers/residents.csv";

    private ManyLetters() {}

    /** In NFC, in an order that stays. */
    static List<String> names() {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        Stream.concat(probes().stream(), PublishedLetters.letters().stream())
                .distinct()
                .forEach(text -> {
                    if (NameText.of(name + text).graphemes() > MOST) {
                        names.add(stored(name));
                        name.setLength(0);
                    }
                    name.append(text).append(' ');
                });
        names.add(stored(name));
        return names;
    }

    static List<String> probes() {
        return resource("names/probes.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The number of the record of the person with this name. */
    static String number(int name) {
        return "LETR" + (10_000_000 + name);
    }

    /** The number of the record of a person of a plain name. */
    static String plain(int person) {
        return "PLAI" + (10_000_000 + person);
    }

    /** The residents of the tests, and one for each of the names. */
    static Path register() {
        try {
            Path file = Files.createTempFile("residents", ".csv");
            file.toFile().deleteOnExit();
            Files.writeString(file, resource(REGISTER).stripTrailing() + "\r\n" + ALONE + plain() + rows(names()));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A register's file of people with these names. */
    static String file(List<String> names) {
        return resource(REGISTER).lines().findFirst().orElseThrow() + "\r\n" + rows(names);
    }

    private static String rows(List<String> names) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            rows.append(number(i))
                    .append(",1990-01-01,K7QM-M2PD,,,\"")
                    .append(names.get(i).replace("\"", "\"\""))
                    .append("\",Rimouski,1 rue du Phare,G5L 1A1,,\r\n");
        }
        return rows.toString();
    }

    private static String plain() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < PLAIN; i++) {
            rows.append(alone(plain(i), "Kangiqsujuaq"));
        }
        return rows.toString();
    }

    private static String alone(String number, String name) {
        return number + ",1990-01-01,K7QM-M2PD,,," + name + ",Rimouski,1 rue du Phare,G5L 1A1,,\r\n";
    }

    private static String stored(StringBuilder name) {
        return Normalizer2.getNFCInstance().normalize(name.toString().strip());
    }

    private static String resource(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
