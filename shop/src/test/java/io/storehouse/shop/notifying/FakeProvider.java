package io.storehouse.shop.notifying;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A provider that does what a test wants of it; it passes the contract of the real ones. */
final class FakeProvider implements Provider {
    private final MessageChannel channel;
    private final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
    private volatile Mood usual = Mood.TAKE;
    private volatile Consumer<Message> meanwhile = message -> {};
    private final List<Message> taken = new CopyOnWriteArrayList<>();

    FakeProvider(MessageChannel channel) {
        this.channel = channel;
    }

    /** What it does with a message. */
    enum Mood {
        TAKE,
        BUSY,
        REFUSE,
        /** The process dies before the provider has it. */
        DIE_BEFORE,
        /** The process dies after the provider has it, before that is written down. */
        DIE_AFTER
    }

    /** The end of a process, which nothing catches. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Takes every message again, and forgets what it took. */
    void reset() {
        moods.clear();
        usual = Mood.TAKE;
        meanwhile = message -> {};
        taken.clear();
    }

    void next(Mood... next) {
        moods.addAll(List.of(next));
    }

    void always(Mood mood) {
        usual = mood;
    }

    /** Does this while a message is handed over. */
    void meanwhile(Consumer<Message> work) {
        meanwhile = work;
    }

    List<Message> taken() {
        return taken;
    }

    @Override
    public MessageChannel channel() {
        return channel;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public void deliver(Message message) throws DeliveryFailure {
        meanwhile.accept(message);
        Mood next = moods.poll();
        Mood mood = next == null ? usual : next;
        switch (mood) {
            case TAKE -> taken.add(message);
            case BUSY -> throw DeliveryFailure.transientOf("provider-failed", 503);
            case REFUSE -> throw DeliveryFailure.permanentOf("refused", 422);
            case DIE_BEFORE -> throw new Killed();
            case DIE_AFTER -> {
                taken.add(message);
                throw new Killed();
            }
        }
    }
}
