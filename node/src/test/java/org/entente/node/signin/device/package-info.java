@NullMarked
package org.entente.node.signin.device;

import org.jspecify.annotations.NullMarked;
