package io.storehouse.shop.replica;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the latest callers with a token have seen, so that a client that keeps nothing reads its own writes too. */
final class LastSeen {
    private static final int MOST = 10_000;

    private final Map<String, ReadPosition> positions = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ReadPosition> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<ReadPosition> of(String caller) {
        return Optional.ofNullable(positions.get(caller));
    }

    synchronized void saw(String caller, ReadPosition position) {
        positions.merge(caller, position, ReadPosition::with);
    }
}
