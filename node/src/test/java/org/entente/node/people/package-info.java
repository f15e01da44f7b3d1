@NullMarked
package org.entente.node.people;

import org.jspecify.annotations.NullMarked;
