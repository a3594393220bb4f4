package io.storehouse.stream.redis;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where figures go. */
interface FigureStore extends AutoCloseable {
    /**
     * Writes figures in their order, all or none. The stage fails with a {@link TemporaryFailure} when the same write may
     * succeed later; writing again what was written is harmless.
     */
    CompletionStage<?> write(List<LiveFigure> figures);

    @Override
    void close();

    /** A failure that passes: no connection, a server that is loading, full or busy. */
    final class TemporaryFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TemporaryFailure(Throwable cause) {
            super("Failed to reach Redis: " + cause.getMessage(), cause);
        }
    }
}
