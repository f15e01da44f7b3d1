@NullMarked
package org.entente.node.agreements.document;

import org.jspecify.annotations.NullMarked;
