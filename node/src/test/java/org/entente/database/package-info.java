/** Tests of the embedded database. */
@NullMarked
package org.entente.database;

import org.jspecify.annotations.NullMarked;
