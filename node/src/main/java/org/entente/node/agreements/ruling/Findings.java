package org.entente.node.agreements.ruling;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.node.kernel.Text;
import org.entente.node.web.Messages;

/** What a ruling finds, in both languages, and what somebody can do about it. */
final class Findings {
    private static final int DAY = "2026-11-22".length();
    static final Text HELD = of("agreements.finding.held");
    static final Text NOT_HELD = of("agreements.finding.not-held");
    static final Text CONCLUDE = of("agreements.finding.conclude");
    static final Text IN_STEP = of("agreements.finding.in-step");
    static final Text OUT_OF_STEP = of("agreements.finding.out-of-step");
    static final Text CATCH_UP = of("agreements.finding.catch-up");
    static final Text NOT_SIGNED = of("agreements.finding.not-signed");
    static final Text OUTSIDE_TERM = of("agreements.finding.outside-term");
    static final Text SIGN = of("agreements.finding.sign");
    static final Text TAKING_PART = of("agreements.finding.taking-part");
    static final Text SUSPENDED = of("agreements.finding.suspended");
    static final Text WITHDRAWN = of("agreements.finding.withdrawn");
    static final Text UNCONFIRMED = of("agreements.finding.unconfirmed");
    static final Text COMPARE_KEYS = of("agreements.finding.compare-keys");
    static final Text WAIT_FOR_LIFT = of("agreements.finding.wait-for-lift");
    static final Text ACCEDE_AGAIN = of("agreements.finding.accede-again");
    static final Text FOREIGN_VERIFIER = of("agreements.finding.foreign-verifier");
    static final Text ACCEDE = of("agreements.finding.accede");
    static final Text AMEND = of("agreements.finding.amend");
    static final Text UNNAMED_ISSUER = of("agreements.finding.unnamed-issuer");
    static final Text FOREIGN_ISSUER = of("agreements.finding.foreign-issuer");
    static final Text NO_ISSUER = of("agreements.finding.no-issuer");
    static final Text OTHER_CREDENTIAL = of("agreements.finding.other-credential");
    static final Text CONFIRMED = of("agreements.finding.confirmed");
    static final Text OUT_OF_TOUCH = of("agreements.finding.out-of-touch");
    static final Text RECONNECT = of("agreements.finding.reconnect");
    static final Text FRESH = of("agreements.finding.fresh");
    static final Text STALE = of("agreements.finding.stale");
    static final Text REWRITE = of("agreements.finding.rewrite");
    static final Text ASK_LESS = of("agreements.finding.ask-less");
    static final Text WITHIN = of("agreements.finding.within");

    private static final int MOST = 1_000;

    /** Sentences about what the held documents say, made once each: a ruling says them by the dozen. */
    private static final Map<List<Object>, Text> SAID = new ConcurrentHashMap<>();

    private Findings() {}

    /** A clause that still counts, though its text has changed. */
    public static Text staleUntil(String clause, Instant until) {
        return kept("agreements.finding.stale-until", clause, until.toString().substring(0, DAY));
    }

    static Text inForce(Text title) {
        return kept("agreements.finding.in-force", title);
    }

    static Text belongs(Text party) {
        return kept("agreements.finding.belongs", party);
    }

    static Text named(Text party) {
        return kept("agreements.finding.named", party);
    }

    static Text someNamed(int count) {
        return kept("agreements.finding.some-named", count);
    }

    static Text underClauses(Collection<String> numbers) {
        return kept("agreements.finding.under-clauses", numbers.size(), String.join(", ", numbers));
    }

    static Text noPurpose(String purpose) {
        return of("agreements.finding.no-purpose", purpose);
    }

    static Text noType(String credentialType) {
        return of("agreements.finding.no-type", credentialType);
    }

    static Text beyond(String clause, Collection<String> claims) {
        return of("agreements.finding.beyond", clause, String.join(", ", claims));
    }

    static Text otherSector(String clause, Collection<String> claims) {
        return of("agreements.finding.other-sector", clause, String.join(", ", claims));
    }

    static Text permitted(String clause, Text title) {
        return kept("agreements.finding.permitted", clause, title);
    }

    /** Whose arguments come from documents alone: what somebody asked is never kept. */
    private static Text kept(String key, Object... arguments) {
        List<Object> sentence = List.of(key, List.of(arguments));
        Text said = SAID.get(sentence);
        if (said == null) {
            said = of(key, arguments);
            if (SAID.size() >= MOST) {
                SAID.clear();
            }
            SAID.put(sentence, said);
        }
        return said;
    }

    private static Text of(String key, Object... arguments) {
        return Messages.ofProgram().text(key, arguments);
    }
}
