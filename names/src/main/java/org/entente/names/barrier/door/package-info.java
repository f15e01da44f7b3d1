/**
 * The doors by which an audit comes in: a web form in a browser, an interface described by OpenAPI, a table of a database, a
 * file that went through a system. All are paced and bounded, and none goes anywhere but where the operator said.
 */
@NullMarked
package org.entente.names.barrier.door;

import org.jspecify.annotations.NullMarked;
