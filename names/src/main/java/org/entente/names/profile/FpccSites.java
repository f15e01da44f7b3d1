package org.entente.names.profile;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The published tables of sites and languages. An alphabet without a site is of an undetermined language. */
record FpccSites(Map<String, Site> bySlug) {
    private static final Pattern CODE = Pattern.compile("([a-z]{2,3})(-[a-z0-9]{2,8})?.*");

    /** What the tables say of one alphabet. */
    record Site(String name, String bcp47) {}

    static FpccSites read(Path root) throws IOException {
        Map<String, String> tags = new HashMap<>();
        for (List<String> row : CsvTable.read(
                root.resolve("bc_language_metadata_2025.csv"),
                "Language ID",
                "Language Name",
                "Alternate Names",
                "Keywords for Communities Where Language is Spoken",
                "BCP 47 Language Code")) {
            tags.put(row.get(0), tag(row.get(4)));
        }
        Map<String, Site> sites = new HashMap<>();
        for (List<String> row : CsvTable.read(
                root.resolve("firstvoices_sites_metadata_2025.csv"),
                "Site ID",
                "Slug",
                "FirstVoices Site Name",
                "URL",
                "Language Name",
                "Language ID")) {
            sites.put(row.get(1), new Site(row.get(2), tags.getOrDefault(row.get(5), "und")));
        }
        return new FpccSites(sites);
    }

    Site site(String slug) {
        return bySlug.getOrDefault(slug, new Site(slug, "und"));
    }

    /**
     * The first of the published codes, in its canonical form ({@code oji} is {@code oj}). A second part that is no registered
     * subtag, as in {@code hei-wui}, is kept as a private one: {@code hei-x-wui}.
     */
    static String tag(String published) {
        var code = CODE.matcher(published);
        if (!code.matches()) {
            return "und";
        }
        String language = ULocale.canonicalize(code.group(1));
        return code.group(2) == null ? language : language + "-x" + code.group(2);
    }
}
