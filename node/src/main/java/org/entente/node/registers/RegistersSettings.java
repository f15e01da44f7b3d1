package org.entente.node.registers;

import java.util.List;
import java.util.stream.Stream;
import org.entente.names.Name;
import org.entente.node.kernel.Text;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The registers of this government.
 *
 * @param sources in the order in which they are imported
 * @param matchesPerNetworkAndHour how often persons in one network may try to be matched to a record
 */
@ConfigurationProperties("entente.registers")
record RegistersSettings(
        @DefaultValue List<Source> sources,
        @DefaultValue("50") int matchesPerNetworkAndHour) {
    /**
     * One register.
     *
     * @param id its name in other settings: lower-case letters, digits and hyphens
     * @param file UTF-8 CSV (RFC 4180) whose first line names the columns
     * @param mayLeave how many records an import may lack although they are more than a mistake would explain
     */
    record Source(
            String id,
            Text name,
            Resource file,
            Columns columns,
            @DefaultValue("0") int mayLeave) {
        Source {
            if (!id.matches("[a-z0-9][a-z0-9-]{0,62}")) {
                throw new IllegalArgumentException("a register's id is a lower-case slug");
            }
        }
    }

    /**
     * Which column holds what.
     *
     * @param number of the record, unique in the register
     * @param birthDate ISO 8601, {@code 1984-02-29}
     * @param letterCode the code that the person got by letter
     * @param claims what may be attested besides names
     * @param names the person's names, the one that is shown first
     */
    record Columns(
            String number,
            String birthDate,
            String letterCode,
            List<ClaimColumn> claims,
            @DefaultValue List<NameColumns> names) {
        /** The headings that a file must have. */
        Stream<String> all() {
            return Stream.of(
                            Stream.of(number, birthDate, letterCode),
                            claims.stream().map(ClaimColumn::column),
                            names.stream()
                                    .flatMap(name -> Stream.of(name.full(), name.given(), name.family(), name.lang())))
                    .flatMap(columns -> columns)
                    .filter(column -> !column.isEmpty());
        }
    }

    /** A claim, its path joined by dots ({@code address.locality}), and the column of its value. */
    record ClaimColumn(String claim, String column) {}

    /**
     * The columns of one name of a person; a person has it where the first is not empty. The parts are as the person says
     * them, and a name may have none.
     *
     * @param kind what the name is to the person
     * @param full the whole name as the person writes it
     * @param given the given part; "" where the register has none
     * @param family the family's part; "" where the register has none
     * @param lang a BCP 47 tag; "" where the register does not say
     */
    record NameColumns(
            @DefaultValue("legal") Name.Kind kind,
            String full,
            @DefaultValue("") String given,
            @DefaultValue("") String family,
            @DefaultValue("") String lang) {}

    RegistersSettings {
        sources = List.copyOf(sources);
        if (matchesPerNetworkAndHour < 1) {
            throw new IllegalArgumentException("some tries to be matched are allowed");
        }
        if (sources.stream().map(Source::id).distinct().count() != sources.size()) {
            throw new IllegalArgumentException("two registers have the same id");
        }
    }
}
