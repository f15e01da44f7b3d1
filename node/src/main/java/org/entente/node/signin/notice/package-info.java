/**
 * Tells persons by mail what happened to their sign-in. A mail names what, when and roughly where, and links to the page
 * where it can be undone; it carries no token and nothing that somebody typed.
 */
@NullMarked
package org.entente.node.signin.notice;

import org.jspecify.annotations.NullMarked;
