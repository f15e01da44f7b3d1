package org.entente.checks.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/** What a page costs on a slow line. */
final class Weight {
    /** Of style sheets, whose addresses change with their content. */
    private static final Map<URI, Integer> SHEETS = new ConcurrentHashMap<>();

    private Weight() {}

    /** The page's HTML and its style sheets, gzipped, in bytes; fonts are kept for ever and not counted. */
    static int of(Page page) {
        int weight = gzipped(page.content().getBytes(StandardCharsets.UTF_8));
        for (Locator sheet : page.locator("link[rel=stylesheet]").all()) {
            URI address = URI.create(page.url()).resolve(sheet.getAttribute("href"));
            weight += SHEETS.computeIfAbsent(address, sheetAt -> gzipped(read(sheetAt)));
        }
        return weight;
    }

    private static byte[] read(URI address) {
        try (InputStream body = address.toURL().openStream()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int gzipped(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}
