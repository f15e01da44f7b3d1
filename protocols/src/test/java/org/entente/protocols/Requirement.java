package org.entente.protocols;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This test fails when the clause is broken. The clause stands in {@code docs/requirements/}; {@code
 * docs/conformance.md} is made of both.
 *
 * <p>Put it on a test that shows what the clause demands, not on one that merely passes by: who reads the page takes
 * the test for the evidence.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.METHOD, ElementType.FIELD})
@Repeatable(Requirement.Several.class)
public @interface Requirement {
    /** Specification, section and, where a section makes several demands, a word for this one: {@code "OID4VCI 1.0 §7.2 no-store"}. */
    String value();

    /** Several clauses that one test shows. */
    @Documented
    @Retention(RetentionPolicy.SOURCE)
    @Target({ElementType.METHOD, ElementType.FIELD})
    @interface Several {
        Requirement[] value();
    }
}
