package io.storehouse.launcher.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was announced. */
final class Recorder implements Announcer {
    private final List<String> said = new CopyOnWriteArrayList<>();

    List<String> said() {
        return said;
    }

    @Override
    public void ready(String service, Duration after, boolean adopted) {
        said.add(service + (adopted ? " adopted" : " ready"));
    }

    @Override
    public void lost(String service, String reason, Path log) {
        said.add(service + " " + reason);
    }

    @Override
    public void restarting(String service, Duration backOff) {
        said.add(service + " restarting");
    }

    @Override
    public void givenUp(String service) {
        said.add(service + " given up");
    }

    @Override
    public void stopped(String service, Duration after) {
        said.add(service + " stopped");
    }
}
