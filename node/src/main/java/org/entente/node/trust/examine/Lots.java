package org.entente.node.trust.examine;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.entente.node.kernel.Secrets;

/** Draws some of many, each as likely as any other. */
final class Lots {
    private Lots() {}

    /** @param count how many at most */
    static <T> List<T> draw(List<T> all, int count, Secrets secrets) {
        List<T> left = new ArrayList<>(all);
        List<T> drawn = new ArrayList<>();
        while (drawn.size() < count && !left.isEmpty()) {
            int place = Math.floorMod(ByteBuffer.wrap(secrets.bytes(Long.BYTES)).getLong(), left.size());
            drawn.add(left.set(place, left.getLast()));
            left.removeLast();
        }
        return drawn;
    }
}
