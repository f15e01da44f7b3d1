package org.entente.node.trust.statement;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.node.trust.MarkGrant;
import org.entente.node.trust.mark.IssueMarks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds those about whom this node makes statements. */
@Component
class ListSubordinates {
    private final ObjectProvider<Subordinates> subordinates;
    private final IssueMarks issueMarks;

    ListSubordinates(ObjectProvider<Subordinates> subordinates, IssueMarks issueMarks) {
        this.subordinates = subordinates;
        this.issueMarks = issueMarks;
    }

    /** The entities that a filter leaves, by identifier. */
    List<URI> list(SubordinateFilter filter, Instant now) {
        List<MarkGrant> marks = filter.isOpen() ? List.of() : issueMarks.granted(now);
        return subordinates.stream()
                .flatMap(group -> group.all().stream().filter(entity -> isLeft(filter, group, entity, marks)))
                .sorted()
                .toList();
    }

    private static boolean isLeft(SubordinateFilter filter, Subordinates group, URI entity, List<MarkGrant> marks) {
        if (filter.isOpen()) {
            return true;
        }
        Set<String> borne = marks.stream()
                .filter(grant -> grant.subject().equals(entity))
                .map(grant -> grant.markType().toString())
                .collect(Collectors.toSet());
        return (filter.entityTypes().isEmpty() || group.entityTypes(entity).containsAll(filter.entityTypes()))
                && filter.intermediate().stream().allMatch(wanted -> group.isIntermediate(entity) == wanted)
                && borne.containsAll(filter.trustMarkTypes())
                && (!filter.trustMarked() || !borne.isEmpty());
    }
}
