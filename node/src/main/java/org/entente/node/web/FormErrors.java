package org.entente.node.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is wrong in a form, in the order of its fields. */
public record FormErrors(List<FormError> all) {
    /**
     * One thing that is wrong.
     *
     * @param field the name of the field, which is also the end of its {@code id}
     * @param messageKey the text's key
     * @param arguments of the text
     */
    public record FormError(String field, String messageKey, List<Object> arguments) {
        public FormError {
            arguments = List.copyOf(arguments);
        }
    }

    private static final FormErrors NONE = new FormErrors(List.of());

    public FormErrors {
        all = List.copyOf(all);
    }

    /** A form with nothing wrong. */
    public static FormErrors none() {
        return NONE;
    }

    /** A form with one thing wrong. */
    public static FormErrors of(String field, String messageKey, Object... arguments) {
        return NONE.with(field, messageKey, arguments);
    }

    /** These errors and one more. */
    public FormErrors with(String field, String messageKey, Object... arguments) {
        List<FormError> more = new ArrayList<>(all);
        more.add(new FormError(field, messageKey, Arrays.asList(arguments)));
        return new FormErrors(more);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** The first error of a field. */
    public Optional<FormError> in(String field) {
        return all.stream().filter(error -> error.field().equals(field)).findFirst();
    }
}
