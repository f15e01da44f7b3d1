/** What a browser is signed in as, kept in the database so that every process knows it. Does not sign anybody in. */
@NullMarked
package org.entente.node.signin.session;

import org.jspecify.annotations.NullMarked;
