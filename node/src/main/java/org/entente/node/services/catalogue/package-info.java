/**
 * What this node offers online, as data, and what people read before they begin. Opens no case.
 */
@NullMarked
package org.entente.node.services.catalogue;

import org.jspecify.annotations.NullMarked;
