package org.entente.node.names.search;

import java.util.List;
import java.util.Map;
import org.entente.names.Name;
import org.entente.node.kernel.PersonId;
import org.entente.node.kernel.Text;
import org.entente.node.names.file.FileNumber;
import org.entente.node.names.file.RecordedName;
import org.entente.node.web.FormErrors;

/**
 * A person's names as an officer sees them.
 *
 * @param names those that may be shown, the displayed one first
 * @param systems what people call those for which a form of these was approved, by their channel
 * @param held the names of the records that were matched to the person, with what of these they are like
 * @param former those that are no longer borne, once a reason was given
 * @param reason what was given, "" before
 */
public record PersonView(
        PersonId person,
        List<RecordedName> names,
        Map<String, Text> systems,
        List<HeldName> held,
        List<RecordedName> former,
        String reason,
        FormErrors errors) {
    /** A name of a record. */
    public record HeldName(Text source, Name name, Resemblance resemblance) {
        /** Never the name. */
        @Override
        public String toString() {
            return "HeldName[…]";
        }
    }

    /** The number of the file, for who is asked for it again. */
    public FileNumber number() {
        return FileNumber.of(person);
    }

    /** The page, without the language. */
    public String path() {
        return "/officers/names/" + person;
    }

    /** Never the names. */
    @Override
    public String toString() {
        return "PersonView[" + person + "]";
    }
}
