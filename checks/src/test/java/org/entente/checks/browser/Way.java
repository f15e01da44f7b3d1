package org.entente.checks.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.entente.node.TestNode;
import org.entente.node.signin.TestBrowser;
import org.entente.node.verification.TestVisitor;

/** Leads a fresh browser to a page, in a language. */
interface Way {
    Page lead(BrowserContext context, String language);

    /** Straight to an address that anybody may open. */
    static Way to(TestNode node, String path) {
        return to(node, path, Map.of());
    }

    /** Straight to an address, as somebody who signed in before. */
    static Way to(TestNode node, String path, TestBrowser reader) {
        return to(node, path, Map.of("entente", reader.cookie()));
    }

    /** Straight to an address, in a browser that a service knows. */
    static Way to(TestNode node, String path, TestVisitor visitor) {
        return to(node, path, visitor.cookies());
    }

    private static Way to(TestNode node, String path, Map<String, String> cookies) {
        URI origin = node.origin();
        return (context, language) -> {
            context.addCookies(cookies.entrySet().stream()
                    .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(origin.toString()))
                    .toList());
            Page page = context.newPage();
            page.navigate(origin + "/" + language + path);
            return page;
        };
    }

    /** The same way, and something done at its end. */
    default Way then(Consumer<Page> deed) {
        return (context, language) -> {
            Page page = lead(context, language);
            deed.accept(page);
            return page;
        };
    }
}
