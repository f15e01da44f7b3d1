package org.entente.protocols.x509;

import java.security.cert.X509Certificate;

/** Whether a chain leads to an anchor. */
public sealed interface ChainVerdict {
    /** The chain holds and ends at this anchor. */
    record Valid(X509Certificate anchor) implements ChainVerdict {}

    /** The chain does not hold; the reason is for officials and contains nothing personal. */
    record Broken(String reason) implements ChainVerdict {}
}
