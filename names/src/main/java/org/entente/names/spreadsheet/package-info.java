/** How a text stands in a cell of a spreadsheet, so that it stays a text. Knows no file, and no name. */
@NullMarked
package org.entente.names.spreadsheet;

import org.jspecify.annotations.NullMarked;
