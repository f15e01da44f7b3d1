package org.entente.protocols.federation;

import java.util.List;
import java.util.Locale;
import org.entente.protocols.federation.ChainVerdict.Broken;
import org.entente.protocols.federation.ChainVerdict.Trusted;

/** Whether a chain leads from an entity to a trust anchor. */
public sealed interface SearchOutcome {
    /**
     * One does.
     *
     * @param chain the entity's configuration first, the anchor's last
     */
    record Found(List<EntityStatement> chain, Trusted verdict) implements SearchOutcome {
        public Found {
            chain = List.copyOf(chain);
        }
    }

    /**
     * None does.
     *
     * @param reason what says most about it
     * @param broken the chains that lead to the anchor and do not hold, the shortest first
     */
    record NotFound(Reason reason, List<Broken> broken) implements SearchOutcome {
        public NotFound {
            broken = List.copyOf(broken);
        }
    }

    /** Why none does; what stands first says more than what follows. */
    enum Reason {
        /** A chain leads there and does not hold. */
        BROKEN,
        /** The search asked for as many statements as it may. */
        TOO_MANY,
        /** A chain is longer than is read. */
        TOO_LONG,
        /** An entity names one below it as its superior. */
        LOOP,
        /** What an entity publishes is no entity statement, or one about somebody else. */
        MALFORMED,
        /** A superior that is named publishes nothing, or says nothing of the entity. */
        MISSING,
        /** No superior that is named leads to the anchor. */
        NO_PATH,
        /** The entity publishes nothing. */
        UNKNOWN_SUBJECT;

        /** The reason in interfaces, for instance {@code too-long}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
