package org.entente.node.trust.member;

import org.entente.node.trust.Introduction;
import org.entente.node.trust.IntroductionOutcome.Reason;

/** What became of an enrolment. */
sealed interface EnrolmentOutcome {
    /** The node is a member from now on. */
    record Enrolled(Introduction introduction) implements EnrolmentOutcome {}

    /** It was one already; it is listed by the keys that it states now. */
    record AlreadyMember(Introduction introduction) implements EnrolmentOutcome {}

    /** The node is no government's. */
    record NoGovernment() implements EnrolmentOutcome {}

    /** The list is full. */
    record Full() implements EnrolmentOutcome {}

    /** The node could not be introduced. */
    record Unknown(Reason reason) implements EnrolmentOutcome {}
}
