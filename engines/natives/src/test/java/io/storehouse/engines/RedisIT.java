package io.storehouse.engines;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.engines.LocalEngines.RunningRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisIT {
    @TempDir
    private Path directory;

    @Test
    void asksForItsPasswordAndForgetsWhenKilled() throws IOException {
        try (LocalEngines engines = LocalEngines.in(directory)) {
            RunningRedis redis = engines.startRedis();

            assertThat(ask(redis, "PING")).startsWith("-NOAUTH");
            assertThat(ask(redis, "AUTH " + redis.password(), "SET figure 1")).isEqualTo("+OK");
            assertThat(EngineProcess.find(redis.process().engine().markers()).map(ProcessHandle::pid))
                    .contains(redis.process().pid());

            redis.process().kill();
            assertThat(redis.process().engine().answers(Duration.ofSeconds(1))).isFalse();
            redis.process().start();

            assertThat(ask(redis, "AUTH " + redis.password(), "EXISTS figure")).isEqualTo(":0");
        }
    }

    private static String ask(RunningRedis redis, String... commands) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.getOutputStream()
                    .write((String.join("\r\n", commands) + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            String replies = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return replies.split("\r\n")[commands.length - 1];
        }
    }
}
