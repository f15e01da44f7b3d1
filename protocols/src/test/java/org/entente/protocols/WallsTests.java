package org.entente.protocols;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** What the standards' code never does. */
@AnalyzeClasses(packages = "org.entente.protocols", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTests {
    private static final String[] LIBRARIES = {"com.nimbusds..", "com.authlete..", "org.bouncycastle..", "org.erdtman.."
    };

    @ArchTest
    static final ArchRule never_learns_the_time = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "tell the time",
                    type -> type.isEquivalentTo(Clock.class) || type.isEquivalentTo(InstantSource.class)))
            .because("a verdict at a given time must come out the same for everyone: the time is an argument");

    @ArchTest
    static final ArchRule makes_no_randomness = noClasses()
            .should()
            .callConstructor(SecureRandom.class)
            .orShould()
            .callMethod(SecureRandom.class, "getInstanceStrong")
            .orShould()
            .callMethod(SecureRandom.class, "getInstance", String.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("the caller owns the source of randomness");

    @ArchTest
    static final ArchRule opens_no_connection_and_no_file = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.net.http..", "java.nio.file..", "java.nio.channels..", "java.sql.."))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.URL")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.net.Socket")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .because("this module computes; fetching and storing are for the rooms that are allowed to");

    @ArchTest
    static final ArchRule knows_no_framework = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "jakarta.."))
            .because("the standards outlive frameworks");

    @ArchTest
    static final ArchRule keeps_its_libraries_to_itself = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(are(DescribedPredicate.describe(
                    "public", (JavaClass type) -> type.getModifiers().contains(JavaModifier.PUBLIC))))
            .should(mention(resideInAnyPackage(LIBRARIES)))
            .because("a library behind a standard can be replaced without its callers noticing");

    @ArchTest
    static final ArchRule specifications_do_not_go_in_circles =
            slices().matching("org.entente.protocols.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule signatures_stand_below_what_is_signed = noClasses()
            .that()
            .resideInAPackage("..protocols.jose..")
            .should()
            .dependOnClassesThat(resideInAPackage("..protocols.sdjwt..").or(resideInAPackage("..protocols.oauth..")))
            .because("a signature does not know what it signs");

    private static ArchCondition<JavaMethod> mention(DescribedPredicate<JavaClass> types) {
        return new ArchCondition<>("mention types that " + types.getDescription()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean mentions = types.test(method.getRawReturnType())
                        || method.getRawParameterTypes().stream().anyMatch(types)
                        || method.getAllInvolvedRawTypes().stream().anyMatch(types);
                events.add(new SimpleConditionEvent(method, mentions, method.getFullName()));
            }
        };
    }
}
