package org.entente.node.names;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.entente.names.legacy.AgencyTable;
import org.entente.names.legacy.Channel;
import org.entente.names.legacy.Repertoire;
import org.entente.names.profile.Signatory;
import org.entente.node.kernel.Text;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this node needs to know to keep names.
 *
 * @param profiles a folder of orthographies, as {@code ./entente names import} writes it or as their steward publishes it; ""
 *     for none besides our own drafts
 * @param signed a folder of what communities have signed, profiles and profiles taken back; "" for none
 * @param communities whose signatures count there
 * @param systems further systems of this government that cannot write every name
 * @param undo for how long a change can be undone; what was before is forgotten then
 */
@ConfigurationProperties("entente.names")
public record NamesSettings(
        @DefaultValue("") String profiles,
        @DefaultValue("") String signed,
        @DefaultValue List<Community> communities,
        @DefaultValue List<LegacySystem> systems,
        @DefaultValue("30d") Duration undo) {
    /**
     * A system with a field for names.
     *
     * @param id lower-case letters, digits and hyphens
     * @param most the most characters that its field takes
     * @param table a CSV file with what this system writes for letters that it lacks; "" where its agency has published none
     */
    public record LegacySystem(
            String id,
            Text name,
            Repertoire repertoire,
            int most,
            @DefaultValue("") String table) {
        /** The channel under which forms for it are recorded. */
        public Channel channel() {
            return Channel.fixedWidth(id, repertoire, most);
        }

        /** @throws IllegalArgumentException when there is a table that cannot be read: the node does not start */
        public AgencyTable read() {
            try {
                return table.isEmpty() ? AgencyTable.NONE : AgencyTable.read(Path.of(table), repertoire);
            } catch (IOException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "entente.names.systems: the table of " + id + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Who signs profiles of their orthographies.
     *
     * @param profiles ids, or first words of ids ({@code wsanec} for {@code wsanec:sencoten})
     * @param key a public key of the curve P-256 in PEM, obtained from the community
     */
    public record Community(List<String> profiles, String key) {
        /** What the key may sign. */
        Signatory signatory() {
            return new Signatory(Set.copyOf(profiles), Signatory.key(key));
        }
    }

    public NamesSettings {
        communities = List.copyOf(communities);
        systems = List.copyOf(systems);
    }
}
