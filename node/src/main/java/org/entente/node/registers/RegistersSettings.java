package org.entente.node.registers;

import java.util.List;
import org.entente.node.kernel.Text;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/** The registers of this government, in the order in which they are imported. */
@ConfigurationProperties("entente.registers")
record RegistersSettings(@DefaultValue List<Source> sources) {
    /**
     * One register.
     *
     * @param id its name in other settings: lower-case letters, digits and hyphens
     * @param file UTF-8 CSV (RFC 4180) whose first line names the columns
     */
    record Source(String id, Text name, Resource file, Columns columns) {
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
     * @param claims what may be attested
     * @param names further names, each with its language and orthography; a person may have none
     */
    record Columns(
            String number,
            String birthDate,
            String letterCode,
            List<ClaimColumn> claims,
            @DefaultValue List<NameColumns> names) {}

    /** A claim, its path joined by dots ({@code address.locality}), and the column of its value. */
    record ClaimColumn(String claim, String column) {}

    /**
     * The columns of one element of the claim {@code ca_names}; no element where the first is empty.
     *
     * @param full the name as the person writes it
     * @param lang a BCP 47 tag
     * @param orthography the community's orthography
     */
    record NameColumns(String full, String lang, String orthography) {}

    RegistersSettings {
        sources = List.copyOf(sources);
        if (sources.stream().map(Source::id).distinct().count() != sources.size()) {
            throw new IllegalArgumentException("two registers have the same id");
        }
    }
}
