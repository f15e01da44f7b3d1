package org.entente.node.agreements.drafting;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.entente.node.kernel.Text;
import org.entente.node.web.FormErrors;

/** What begins a draft from a template, as a form or a program gave it, with what is wrong with it. */
public record NewDraft(String name, Text title, String template, List<String> others, FormErrors errors) {
    /** Of the name of an entente. */
    public static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

    private static final String ADDRESS = "https?://[a-zA-Z0-9._:/-]{1,500}";
    /** The most parties beside ourselves. */
    public static final int MAX_PARTIES = 63;

    /** Reads the fields of the form: {@code name}, {@code title-fr}, {@code title-en}, {@code template}, {@code parties}. */
    public static NewDraft read(Map<String, String> form) {
        String name = form.getOrDefault("name", "").strip();
        String fr = form.getOrDefault("title-fr", "").strip();
        String en = form.getOrDefault("title-en", "").strip();
        String template = form.getOrDefault("template", "");
        List<String> others = form.getOrDefault("parties", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replaceAll("/+$", ""))
                .distinct()
                .toList();
        FormErrors errors = FormErrors.none();
        errors = name.matches(NAME) ? errors : errors.with("name", "agreements.drafts.error.name");
        errors = fr.isEmpty() ? errors.with("title-fr", "agreements.drafts.error.title") : errors;
        errors = en.isEmpty() ? errors.with("title-en", "agreements.drafts.error.title") : errors;
        errors = Template.codes().contains(template)
                ? errors
                : errors.with("template", "agreements.drafts.error.template");
        boolean addressed = !others.isEmpty()
                && others.size() <= MAX_PARTIES
                && others.stream().allMatch(NewDraft::isAddress);
        errors = addressed ? errors : errors.with("parties", "agreements.drafts.error.parties");
        return new NewDraft(name, new Text(or(fr), or(en)), template, others, errors);
    }

    private static boolean isAddress(String line) {
        try {
            return line.matches(ADDRESS) && URI.create(line).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String or(String title) {
        return title.isEmpty() ? "–" : title;
    }
}
