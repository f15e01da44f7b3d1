@NullMarked
package org.entente.node.issuance.notification;

import org.jspecify.annotations.NullMarked;
