/**
 * A person's file of names and its changes: each change is a version, made by one conditional statement, and can be undone for a
 * while. Keys by which officers find a name are kept beside it and change with it.
 */
@NullMarked
package org.entente.node.names.file;

import org.jspecify.annotations.NullMarked;
