package org.entente.protocols.oid4vci;

import java.util.Locale;
import java.util.Optional;
import org.entente.protocols.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a wallet must know to ask its holder for the transaction code that travels apart from the offer (OID4VCI 1.0
 * §4.1.1, {@code tx_code}).
 *
 * @param length in characters; 0 where the issuer does not say
 * @param description where the holder finds the code, at most 300 characters; may be empty
 */
public record TransactionCode(InputMode inputMode, int length, String description) {
    /** The longest description that is written or read. */
    public static final int MAX_DESCRIPTION = 300;

    private static final int MAX_LENGTH = 64;

    /** Which characters the code is made of. */
    public enum InputMode {
        NUMERIC,
        TEXT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TransactionCode {
        if (length < 0 || length > MAX_LENGTH || description.length() > MAX_DESCRIPTION) {
            throw new IllegalArgumentException("a transaction code is short, and so is its description");
        }
    }

    static TransactionCode parse(Members code) {
        int length = code.integer("length", 0);
        String description = code.optionalString("description").orElse("");
        if (!code.object().isObject() || length < 0 || length > MAX_LENGTH || description.length() > MAX_DESCRIPTION) {
            throw code.malformed("tx_code is malformed");
        }
        return new TransactionCode(mode(code, code.optionalString("input_mode")), length, description);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.newObject().put("input_mode", inputMode.code());
        if (length > 0) {
            json.put("length", length);
        }
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        return json;
    }

    private static InputMode mode(Members code, Optional<String> name) {
        return switch (name.orElse("numeric")) {
            case "numeric" -> InputMode.NUMERIC;
            case "text" -> InputMode.TEXT;
            default -> throw code.malformed("tx_code has an unknown input_mode");
        };
    }
}
