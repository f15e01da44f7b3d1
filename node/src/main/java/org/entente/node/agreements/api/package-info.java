/**
 * Ententes for scripts: {@code openapi/agreements.yaml}. Every operation needs the scope {@code agreements}. Does nothing
 * that an officer could not do on a page.
 */
@NullMarked
package org.entente.node.agreements.api;

import org.jspecify.annotations.NullMarked;
