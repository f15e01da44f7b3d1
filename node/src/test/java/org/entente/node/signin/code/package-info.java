@NullMarked
package org.entente.node.signin.code;

import org.jspecify.annotations.NullMarked;
