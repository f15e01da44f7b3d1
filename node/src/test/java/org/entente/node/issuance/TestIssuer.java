package org.entente.node.issuance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.node.TestNode;
import org.entente.node.registers.TestRegister;
import org.entente.node.signin.TestOAuthClient;

/** A government that issues two types from its register of residents. */
public final class TestIssuer {
    /** The organisation that issues. */
    public static final String ORGANISATION = "registrar";

    public static final String IDENTITY = "proof-of-identity";
    public static final String RESIDENCE = "proof-of-residence";

    /** The number of a record in the register. */
    public static final String RECORD = "TREM 5401 0101";

    private TestIssuer() {}

    /** What makes a government an issuer: the register, the two types, a client for the API. */
    public static Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>(TestRegister.settings());
        settings.putAll(TestOAuthClient.actingFor(ORGANISATION, "", "issuance.offer", "issuance.revoke"));
        String[] types = {IDENTITY, RESIDENCE};
        for (int i = 0; i < types.length; i++) {
            String credential = "entente.issuance.credentials[" + i + "].";
            settings.put(credential + "type", "classpath:issuance/" + types[i] + ".json");
            settings.put(credential + "organisation", ORGANISATION);
            settings.put(credential + "register", TestRegister.ID);
        }
        return settings;
    }

    /** A node with {@link #settings}. */
    public static TestNode start() {
        return TestNode.government("quebec", settings());
    }
}
