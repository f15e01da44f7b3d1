package org.entente.node.wallet;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How an issuer's metadata describe a type, in both languages. */
final class TestDescriptions {
    private TestDescriptions() {}

    static void describe(ObjectNode configuration) {
        configuration.put("format", "dc+sd-jwt").put("vct", TestIssuer.TYPE);
        configuration
                .putObject("proof_types_supported")
                .putObject("jwt")
                .putArray("proof_signing_alg_values_supported")
                .add("ES256");
        ObjectNode display = configuration.putObject("credential_metadata");
        names(display.putArray("display"), "Preuve de résidence", "Proof of residence");
        ObjectNode name = display.putArray("claims").addObject();
        name.putArray("path").add("family_name");
        names(name.putArray("display"), "Nom de famille", "Family name");
    }

    static void names(ArrayNode display, String french, String english) {
        display.addObject().put("name", french).put("locale", "fr-CA");
        display.addObject().put("name", english).put("locale", "en-CA");
    }
}
