package io.storehouse.launcher.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.launcher.home.DataDirectory;
import io.storehouse.launcher.process.RunningProcess;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceWatchTest {
    @TempDir
    private Path directory;

    @Test
    void startsNothingWhenTheStopCameWhileItPrepared() {
        DataDirectory data = new DataDirectory(directory.resolve("data")).create();
        Board board = new Board(List.of("engine"), Clock.systemUTC());
        List<String> markers = List.of(data.at("engine").toString());
        Service service = new Service(
                "engine",
                Set.of(),
                () -> {
                    board.stop();
                    return new Command(
                            List.of("/bin/sh", "-c", "sleep 60; true", markers.get(0)),
                            Map.of(),
                            data.at("run"),
                            markers);
                },
                () -> Health.good("works"),
                Service.Step.NONE,
                1,
                Service.Patience.USUAL);
        ServiceWatch watch = new ServiceWatch(service, data, board, new Recorder(), Clock.systemUTC());

        watch.run();
        watch.stop();

        assertThat(RunningProcess.withArguments(markers)).isEmpty();
        assertThat(board.of("engine").state()).isEqualTo(State.STOPPED);
    }
}
