package org.entente.node.signin.authorization;

import java.util.List;

/** What a person permitted and still holds. */
public record PermissionsView(List<StandingPermission> standing) {
    public PermissionsView {
        standing = List.copyOf(standing);
    }
}
