@NullMarked
package org.entente.node.agreements.page;

import org.jspecify.annotations.NullMarked;
