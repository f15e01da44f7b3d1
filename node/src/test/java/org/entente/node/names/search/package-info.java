@NullMarked
package org.entente.node.names.search;

import org.jspecify.annotations.NullMarked;
