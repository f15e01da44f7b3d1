package org.entente.node.trust.member;

import java.net.URI;
import java.time.Instant;
import org.entente.node.journal.Journal;
import org.entente.node.kernel.Role;
import org.entente.node.trust.Introduction;
import org.entente.node.trust.IntroductionOutcome.Introduced;
import org.entente.node.trust.IntroductionOutcome.NotIntroduced;
import org.entente.node.trust.IntroductionOutcome.Reason;
import org.entente.node.trust.member.EnrolmentOutcome.AlreadyMember;
import org.entente.node.trust.member.EnrolmentOutcome.Enrolled;
import org.entente.node.trust.member.EnrolmentOutcome.Full;
import org.entente.node.trust.member.EnrolmentOutcome.NoGovernment;
import org.entente.node.trust.member.EnrolmentOutcome.Unknown;
import org.entente.node.trust.peer.IntroduceEntity;
import org.entente.protocols.json.Json;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.node.ObjectNode;

/** Makes a government's node a member of the council. */
@Component
@OnDirectory
class EnrolMember {
    /** The most members of a council. */
    static final int MAX_MEMBERS = 10_000;

    private final IntroduceEntity introduceEntity;
    private final Members members;
    private final Journal journal;
    private final TransactionOperations transactions;

    EnrolMember(IntroduceEntity introduceEntity, Members members, Journal journal, TransactionOperations transactions) {
        this.introduceEntity = introduceEntity;
        this.members = members;
        this.journal = journal;
        this.transactions = transactions;
    }

    EnrolmentOutcome enrol(URI entity, String enrolledBy, Instant now) {
        return switch (introduceEntity.introduce(entity, now)) {
            case NotIntroduced(Reason reason) -> new Unknown(reason);
            case Introduced(Introduction introduction) -> enrol(introduction, enrolledBy, now);
        };
    }

    private EnrolmentOutcome enrol(Introduction introduction, String enrolledBy, Instant now) {
        if (introduction.role() != Role.GOVERNMENT) {
            return new NoGovernment();
        }
        if (members.all().size() >= MAX_MEMBERS) {
            return new Full();
        }
        ObjectNode record =
                Json.newObject().put("entity", introduction.entity().toString()).put("enrolled_by", enrolledBy);
        return transactions.execute(transaction -> {
            if (!members.add(introduction.configuration(), enrolledBy, now)) {
                restate(introduction, record, now);
                return new AlreadyMember(introduction);
            }
            journal.record("trust", "member-enrolled", record, now);
            return new Enrolled(introduction);
        });
    }

    /** The council's word puts other keys in the place of those that are listed, if the node states others by now. */
    private void restate(Introduction introduction, ObjectNode record, Instant now) {
        boolean same = members.keysOf(introduction.entity())
                .filter(introduction.configuration().keys()::equals)
                .isPresent();
        if (!same && members.restate(introduction.configuration())) {
            journal.record("trust", "member-restated", record, now);
        }
    }
}
