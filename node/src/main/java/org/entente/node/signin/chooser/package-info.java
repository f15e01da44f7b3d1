/** The page that lists the ways to sign in. Each way is taken by the feature of its name; nothing is proven here. */
@NullMarked
package org.entente.node.signin.chooser;

import org.jspecify.annotations.NullMarked;
