package org.entente.node;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.DatagramSocket;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.nio.channels.NetworkChannel;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.entente.protocols.Base64Url;

/** What no room does. Each rule says why. */
@AnalyzeClasses(packages = "org.entente", importOptions = TheProduct.class)
class ArchitectureTests {
    private static final String[] MAY_KNOW_THE_TIME = {
        "org.entente.node", "org.entente.demo..", "org.entente.command..", "org.entente.database.."
    };

    @ArchTest
    static final ArchRule time_is_an_argument = noClasses()
            .that(resideOutsideOfPackages(MAY_KNOW_THE_TIME))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("use cases take the time as an argument, so that tests need not wait and rulings can be repeated");

    @ArchTest
    static final ArchRule randomness_is_injected = noClasses()
            .that(resideOutsideOfPackages(MAY_KNOW_THE_TIME))
            .should()
            .callConstructor(SecureRandom.class)
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .because("one source of randomness is chosen where the application is put together");

    @ArchTest
    static final ArchRule there_is_one_client = noClasses()
            .that(resideInAPackage("org.entente.node.."))
            .and(resideOutsideOfPackages("org.entente.node.outside.."))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpClient.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class)
            .orShould()
            .callMethod(URL.class, "openConnection")
            .orShould()
            .callMethod(URL.class, "openStream")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Socket.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(DatagramSocket.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(NetworkChannel.class)
            .orShould()
            .callMethodWhere(target(name("createSocket")))
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.hc..",
                    "org.springframework.web.client..",
                    "org.springframework.web.reactive.function.client..")
            .because("redirects, addresses inside a network, time and length are guarded in one place");

    @ArchTest
    static final ArchRule only_people_speaks_smtp = noClasses()
            .that(resideInAPackage("org.entente.node.."))
            .and(resideOutsideOfPackages("org.entente.node.people.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..", "org.springframework.mail..")
            .because("mail goes to the operator's own server and to no other machine, and one room sees to that");

    @ArchTest
    static final ArchRule only_frontier_and_wallet_call_out = noClasses()
            .that(resideInAPackage("org.entente.node.."))
            .and(resideOutsideOfPackages(
                    "org.entente.node.outside..", "org.entente.node.frontier..", "org.entente.node.wallet.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.entente.node.outside..")
            .because("between governments there is one door, and the wallet's client is the only other way out");

    @ArchTest
    static final ArchRule only_keys_touches_private_keys = noClasses()
            .that(resideInAPackage("org.entente.node.."))
            .and(resideOutsideOfPackages("org.entente.node.keys.."))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PrivateKey.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(KeyStore.class)
            .because("no private key leaves the room that keeps them");

    @ArchTest
    static final ArchRule nothing_is_printed = noClasses()
            .that(resideOutsideOfPackages("org.entente.command..", "org.entente.demo.."))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a node says what it does in its log, and only the commands speak to a terminal");

    @ArchTest
    static final ArchRule the_kernel_knows_no_framework = noClasses()
            .that(resideInAPackage("org.entente.node.kernel.."))
            .and()
            .haveSimpleNameNotEndingWith("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..")
            .because("the words that all rooms share outlive the framework");

    @ArchTest
    static final ArchRule the_auditor_shares_nothing_with_the_node = noClasses()
            .that()
            .resideInAPackage("org.entente.audit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.entente.node..", "org.springframework..")
            .because("an error in what writes a bundle must not be repeated in what verifies it");

    @ArchTest
    static final ArchRule rooms_do_not_know_the_house = noClasses()
            .that(resideInAPackage("org.entente.node.*.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.entente.node", "org.entente.demo..", "org.entente.command..", "org.entente.database..")
            .because("the house puts rooms together; a room works wherever it is put");

    @ArchTest
    static final ArchRule the_stores_are_spoken_to_in_sql = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "org.springframework.data..", "lombok..")
            .because("SQL stands in view beside what it fills");

    @ArchTest
    static final ArchRule base64url_is_read_strictly = noClasses()
            .that(not(type(Base64Url.class)))
            .and(resideOutsideOfPackages("org.entente.demo.."))
            .should()
            .callMethod(Base64.class, "getUrlDecoder")
            .because(
                    "the platform's reader takes many texts for the same bytes, so that what was spent can be respelt");

    @ArchTest
    static final ArchRule packages_refuse_null = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
            .because("absence is an Optional or a sealed case, never null");
}
