/**
 * The application: puts the rooms together. Which rooms a role opens, their migrations and their jobs are decided here;
 * what a room does is not.
 */
@NullMarked
package org.entente.node;

import org.jspecify.annotations.NullMarked;
