/** What the start makes of a service's file, and the pages that people read before they begin. */
@NullMarked
package org.entente.node.services.catalogue;

import org.jspecify.annotations.NullMarked;
