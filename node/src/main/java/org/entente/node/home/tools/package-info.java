/** What helps a system to carry names in Indigenous languages, as a page and as open data. Shows the library's inventory. */
@NullMarked
package org.entente.node.home.tools;

import org.jspecify.annotations.NullMarked;
