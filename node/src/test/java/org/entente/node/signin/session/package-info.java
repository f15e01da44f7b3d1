@NullMarked
package org.entente.node.signin.session;

import org.jspecify.annotations.NullMarked;
