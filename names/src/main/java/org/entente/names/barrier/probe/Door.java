package org.entente.names.barrier.probe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.names.barrier.Finding;

/** One way into a system. May throw {@link DoorFailed} anywhere: then the audit ends, and says why. */
public interface Door extends AutoCloseable {
    /** What can be done here. */
    Set<Ability> abilities();

    /** The kinds of output that it has. */
    Set<Output.Kind> kinds();

    /** Writes a name. */
    Reply register(Entry entry);

    /** Replaces a name. Only with {@link Ability#RENAME}. */
    Reply rename(String reference, String full);

    /** What comes out of the outputs of these kinds. */
    List<Output> outputs(String reference, Set<Output.Kind> kinds);

    /** The names that a search gives. Only with {@link Ability#SEARCH}. */
    default List<String> search(String typed) {
        return List.of();
    }

    /** All names in the system's order, as far as it shows them. Only with {@link Ability#LIST}. */
    default List<String> list() {
        return List.of();
    }

    /** The names whose bearer the system takes this to be, by itself. Only with {@link Ability#MATCH}. */
    default List<String> match(String presented) {
        return List.of();
    }

    /** What is to be seen at the door itself, besides what the probes show. */
    default Map<String, Finding> observed() {
        return Map.of();
    }

    @Override
    default void close() {}
}
