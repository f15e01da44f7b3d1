/**
 * What there is to write, show, sort, search and say names in Indigenous languages of Canada: open data (CC BY 4.0) with
 * licence, steward, relation to communities, and what we tested ourselves. Recommends nothing and is not complete.
 */
@NullMarked
package org.entente.names.inventory;

import org.jspecify.annotations.NullMarked;
