package io.storehouse.connect;

/** Makes the topics that are missing, for brokers that somebody else runs: {@code CreateTopics BOOTSTRAP}. */
public final class CreateTopics {
    private CreateTopics() {}

    /** Returns when all topics exist. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 1) {
            System.err.println("Usage: CreateTopics BOOTSTRAP");
            System.exit(2);
        }
        ConnectMain.createTopics(args[0]);
    }
}
