package org.entente.node.agreements.course;

import java.util.Optional;
import org.entente.node.agreements.held.Asked;
import org.entente.node.agreements.held.Held;
import org.entente.node.agreements.life.Act;
import org.entente.node.agreements.life.ActJson;
import org.entente.node.kernel.NodeIdentity;
import org.springframework.stereotype.Component;

/** What another party asks for and cannot do alone, to be wanted too: exactly the same, since only equal acts make a quorum. */
@Component
public class JoinAct {
    private final NodeIdentity node;

    JoinAct(NodeIdentity node) {
        this.node = node;
    }

    /**
     * What says the same.
     *
     * @param act the name of the act by which it was asked for, see {@link Asked}
     * @return empty when nobody asks for anything by that name
     */
    public Optional<ActJson.Written> same(Held held, String act) {
        return asked(held, act).map(JoinAct::same);
    }

    /** Whether it is against ourselves: nobody joins that, since it would stop its own part at once, which is another act. */
    public boolean isAgainstUs(Held held, String act) {
        return asked(held, act)
                .filter(asked -> held.party(node.entityId())
                        .filter(us -> us.key().equals(asked.party(held)))
                        .isPresent())
                .isPresent();
    }

    private static Optional<Asked> asked(Held held, String act) {
        return Asked.all(held).stream().filter(asked -> asked.act().equals(act)).findFirst();
    }

    private static ActJson.Written same(Asked asked) {
        return switch (asked.what()) {
            case Act.Suspend(var target, var cause) -> ActJson.suspend(target, cause);
            case Act.Lift(String suspension) -> ActJson.lift(suspension);
            default -> throw new IllegalStateException("nothing that parties ask for together");
        };
    }
}
