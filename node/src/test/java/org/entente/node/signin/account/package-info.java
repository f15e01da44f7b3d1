@NullMarked
package org.entente.node.signin.account;

import org.jspecify.annotations.NullMarked;
