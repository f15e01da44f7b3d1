package org.entente.node.services.catalogue;

import java.util.Optional;
import org.entente.node.agreements.Ruling;
import org.entente.node.kernel.Text;
import org.entente.node.verification.ClaimNames;

/** What a service's first page shows, with what the ententes say of it now. */
public record StartView(Procedure service, Ruling ruling) {
    /** What permits the asking. */
    public Optional<Ruling.Permitted> permitted() {
        return ruling instanceof Ruling.Permitted permitted ? Optional.of(permitted) : Optional.empty();
    }

    /** Why nothing may be asked now. */
    public Optional<Ruling.Refused> refused() {
        return ruling instanceof Ruling.Refused refused ? Optional.of(refused) : Optional.empty();
    }

    /** The name of a claim. */
    public Text name(Procedure.Wanted wanted) {
        return ClaimNames.of(wanted.claim());
    }

    /** The page, without the language, of an entente at this address. */
    public String page(Ruling.Permitted permitted) {
        String path = permitted.entente().getPath();
        return "/ententes/" + path.substring(path.lastIndexOf('/') + 1);
    }
}
