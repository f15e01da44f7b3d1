package org.entente.checks.browser;

import java.util.Map;
import java.util.stream.Stream;
import org.entente.node.TestNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each page once, as anybody finds it. */
class PagesTests {
    private static Chromium chromium;
    private static PageChecks pages;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        pages = new PageChecks(chromium);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> a_governments_pages() {
        TestNode node = TestNode.government("quebec");
        return Stream.of(
                        pages.open("government", node.origin(), ""),
                        pages.open("not-found", node.origin(), "/nothing-here"))
                .flatMap(tests -> tests)
                .onClose(node::close);
    }

    @TestFactory
    Stream<DynamicTest> the_directorys_pages() {
        TestNode node = TestNode.directory(Map.of());
        return pages.open("directory", node.origin(), "").onClose(node::close);
    }

    @TestFactory
    Stream<DynamicTest> a_wallets_pages() {
        TestNode node = TestNode.wallet(Map.of());
        return pages.open("wallet", node.origin(), "").onClose(node::close);
    }
}
