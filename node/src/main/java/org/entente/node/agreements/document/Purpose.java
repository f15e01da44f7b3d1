package org.entente.node.agreements.document;

import org.entente.node.kernel.Text;

/**
 * What a credential may be asked for.
 *
 * @param sector within it a person bears one pseudonym
 */
public record Purpose(String id, Text name, String sector) {}
