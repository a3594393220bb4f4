package io.storehouse.shop.live;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One browser. It gets the newest frame when it is ready for one; those in between it never sees. */
final class LiveClient {
    private final SseEmitter emitter;
    private final Watcher watcher;
    private final Executor sender;
    private final Runnable gone;
    private final AtomicReference<@Nullable Frame> next = new AtomicReference<>();
    private final AtomicBoolean sending = new AtomicBoolean();

    LiveClient(SseEmitter emitter, Watcher watcher, Executor sender, Consumer<LiveClient> leave) {
        this.emitter = emitter;
        this.watcher = watcher;
        this.gone = () -> leave.accept(this);
        emitter.onCompletion(gone);
        emitter.onTimeout(() -> {
            gone.run();
            emitter.complete();
        });
        emitter.onError(failure -> gone.run());
        this.sender = sender;
    }

    /**
     * Who watches.
     *
     * @param session by which; empty for a token
     */
    record Watcher(String name, String session) {}

    /** Text that is the same for all browsers; without JSON it is only a sign of life. */
    record Frame(long id, @Nullable String json) {
        SseEmitter.SseEventBuilder event() {
            return json == null
                    ? SseEmitter.event().comment("")
                    : SseEmitter.event().name("live").id(Long.toString(id)).data(json);
        }
    }

    /** Takes the frame in place of one that is still waiting; a sign of life replaces nothing. */
    void offer(Frame frame) {
        if (frame.json() == null) {
            next.compareAndSet(null, frame);
        } else {
            next.set(frame);
        }
        wake();
    }

    /** Who opened it. */
    Watcher watcher() {
        return watcher;
    }

    void end() {
        emitter.complete();
    }

    private void wake() {
        if (sending.compareAndSet(false, true)) {
            try {
                sender.execute(this::drain);
            } catch (RejectedExecutionException e) {
                sending.set(false);
            }
        }
    }

    private void drain() {
        try {
            for (Frame frame = next.getAndSet(null); frame != null; frame = next.getAndSet(null)) {
                emitter.send(frame.event());
            }
        } catch (IOException | IllegalStateException e) {
            // the container ends the request of a browser that went away
            gone.run();
            return;
        } finally {
            sending.set(false);
        }
        if (next.get() != null) {
            wake();
        }
    }
}
