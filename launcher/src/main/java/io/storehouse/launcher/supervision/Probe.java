package io.storehouse.launcher.supervision;

/** Asks a service to do the smallest piece of its work. */
@FunctionalInterface
public interface Probe {
    /**
     * Asks once. It may block: the caller gives up in time.
     *
     * @throws Exception when the service does not answer, which counts as bad health
     */
    Health check() throws Exception;
}
