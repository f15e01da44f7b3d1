@NullMarked
package org.entente.node.agreements.api;

import org.jspecify.annotations.NullMarked;
