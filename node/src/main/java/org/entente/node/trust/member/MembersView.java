package org.entente.node.trust.member;

import java.util.Comparator;
import java.util.List;
import org.entente.node.kernel.Language;
import org.entente.node.web.Alphabetical;

/** What the page of the members shows. */
public record MembersView(List<Member> members) {
    public MembersView {
        members = List.copyOf(members);
    }

    /** All, by the names by which a reader looks for them. */
    static MembersView of(List<Member> members, Language language) {
        return new MembersView(members.stream()
                .sorted(Comparator.comparing(
                        member -> member.introduction().jurisdiction().name().in(language), Alphabetical.in(language)))
                .toList());
    }
}
