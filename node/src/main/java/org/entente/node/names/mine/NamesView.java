package org.entente.node.names.mine;

import java.util.List;
import org.entente.node.names.file.Change;
import org.entente.node.names.file.FileNumber;
import org.entente.node.names.file.RecordedName;
import org.entente.node.names.offered.OfferedNames;

/**
 * All names of whoever reads.
 *
 * @param attested whether there are former names, and attestations hold that may say them
 * @param offered names that a source of this government holds and the file does not
 * @param number of the file
 * @param version of the file, 0 while there is none
 * @param last what was done last
 * @param undoable whether that can be undone
 * @param conflict whether an undo came too late
 */
public record NamesView(
        List<NameView> names,
        List<RecordedName> former,
        boolean attested,
        List<OfferedNames.Offered> offered,
        FileNumber number,
        int version,
        Change last,
        boolean undoable,
        boolean conflict) {
    /** Never the names. */
    @Override
    public String toString() {
        return "NamesView[" + version + "]";
    }
}
