@NullMarked
package org.entente.node.registers;

import org.jspecify.annotations.NullMarked;
