package org.entente.node.agreements.desk;

import java.util.List;
import java.util.Map;
import org.entente.node.agreements.document.Party;
import org.entente.node.agreements.held.Asked;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.page.Halt;
import org.entente.node.agreements.page.Names;
import org.entente.node.kernel.Text;

/**
 * A suspension of a party by others, or its end, that waits for more of them.
 *
 * @param act by which it is joined
 * @param ends whether it is the end of a suspension
 * @param halt what would be stopped, or is
 * @param by who wants it
 * @param needed how many parties it takes
 * @param ours whether this government wants it already
 * @param open whether it may join: nobody does against itself
 */
public record Joinable(String act, boolean ends, Halt halt, List<Text> by, int needed, boolean ours, boolean open) {
    static List<Joinable> all(Held held, String us, boolean bound, Map<String, Party> parties) {
        return Asked.all(held).stream()
                .map(asked -> of(held, asked, us, bound, parties))
                .toList();
    }

    private static Joinable of(Held held, Asked asked, String us, boolean bound, Map<String, Party> parties) {
        boolean ours = asked.by().contains(us);
        return new Joinable(
                asked.act(),
                asked.what() instanceof Act.Lift,
                Halt.of(asked.suspension(held), parties),
                asked.by().stream().map(key -> Names.party(parties, key)).toList(),
                asked.needed(),
                ours,
                bound && !ours && !asked.party(held).equals(us));
    }
}
