/**
 * What systems get that cannot write a name: drafted with all that would be lost, approved or written by its bearer, and found
 * again by. Gives nothing to any system that its bearer has not approved.
 */
@NullMarked
package org.entente.node.names.form;

import org.jspecify.annotations.NullMarked;
