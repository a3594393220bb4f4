package io.storehouse.warehouse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a build did. */
class QuietListener implements BuildListener {
    final List<String> finished = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    @Override
    public void started(String step) {}

    @Override
    public void finished(String step, long rows, String detail, Duration took) {
        finished.add(step);
    }

    @Override
    public void note(String text) {
        notes.add(text);
    }
}
