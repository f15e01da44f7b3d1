@NullMarked
package org.entente.node.names.sound;

import org.jspecify.annotations.NullMarked;
