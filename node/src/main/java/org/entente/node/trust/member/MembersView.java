package org.entente.node.trust.member;

import java.util.List;

/** What the page of the members shows. */
public record MembersView(List<Member> members) {
    public MembersView {
        members = List.copyOf(members);
    }
}
