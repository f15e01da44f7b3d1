package org.entente.node.keys;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Chooses who computes: Amazon Corretto Crypto Provider where it runs (several times faster), the JDK's otherwise. */
public final class CryptoProvider {
    private static final Logger LOG = LoggerFactory.getLogger(CryptoProvider.class);

    static {
        LOG.info("cryptography is computed by {}", choose());
    }

    private CryptoProvider() {}

    /** Makes the choice once for this JVM and says it in the log. */
    public static void install() {
        // the work is done when the class is initialised
    }

    private static String choose() {
        AmazonCorrettoCryptoProvider corretto = AmazonCorrettoCryptoProvider.INSTANCE;
        if (corretto.getLoadingError() != null) {
            return "the JDK";
        }
        AmazonCorrettoCryptoProvider.install();
        return corretto.getName() + " " + corretto.getVersionStr();
    }
}
