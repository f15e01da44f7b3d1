/**
 * What one officer does not do alone: join an entente, admit a newcomer, give notice, suspend
 * another party's part or lift that, have another party order. One asks, and it is done when another
 * says exactly the same. Knows neither pages nor the API, and does not ask who an officer is: see {@code conclude.Officers}.
 */
@NullMarked
package org.entente.node.agreements.decide;

import org.jspecify.annotations.NullMarked;
