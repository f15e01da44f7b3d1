@NullMarked
package org.entente.node.agreements.ruling;

import org.jspecify.annotations.NullMarked;
