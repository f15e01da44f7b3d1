@NullMarked
package org.entente.protocols.oauth;

import org.jspecify.annotations.NullMarked;
