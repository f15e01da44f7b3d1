@NullMarked
package org.entente.node.signin.resource;

import org.jspecify.annotations.NullMarked;
