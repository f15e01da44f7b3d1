package org.entente.checks.interop;

import java.util.Map;
import org.entente.node.TestHttps;
import org.entente.node.TestProvinces;
import org.entente.node.signin.TestOAuthClient;
import org.entente.node.wallet.TestSigners;
import org.entente.protocols.x509.Certificates;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the two provinces over https, and a process of Node.js; both are started once for all of them. */
final class Interop implements ParameterResolver {
    /** What the tests share. */
    record Meeting(NodeJs node, TestProvinces provinces, Strangers strangers, Resident resident)
            implements AutoCloseable {
        static Meeting begin() {
            NodeJs node = NodeJs.start(TestHttps.authority());
            TestProvinces provinces = new TestProvinces(Meeting::settings);
            return new Meeting(node, provinces, Strangers.start(node), new Resident(provinces));
        }

        /** Https everywhere, and a Québec that knows the wallet of others. */
        private static Map<String, Object> settings(String place) {
            Map<String, Object> settings = TestHttps.settings(place);
            if (place.equals("quebec")) {
                String known = "entente.signin.authorization.wallets[1].";
                settings.put(known + "id", StrangersWallet.ID);
                settings.put(known + "name", "Wallet of others");
                settings.put(known + "redirect-uris[0]", StrangersWallet.BACK);
            }
            if (place.equals("wallet")) {
                settings.put("entente.wallet.authorities[0]", Certificates.toBase64(TestSigners.authority()));
            }
            if (place.equals("british-columbia")) {
                settings.putAll(TestOAuthClient.settings("agreements.read"));
            }
            return settings;
        }

        @Override
        public void close() {
            node.close();
            provinces.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Meeting.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Meeting.class, type -> Meeting.begin(), Meeting.class);
    }
}
