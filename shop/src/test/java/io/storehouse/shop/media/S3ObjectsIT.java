package io.storehouse.shop.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.storehouse.engines.LocalEngine;
import io.storehouse.shop.AtOnce;
import io.storehouse.shop.problems.ShopException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.S3Client;

class S3ObjectsIT extends ObjectStoreContract {
    private static final String BUCKET = "pictures-of-tests";

    private static LocalEngine server;
    private static S3Objects store;

    @BeforeAll
    static void makeBucket() {
        server = S3Server.start();
        try (S3Client client = S3Clients.of(settings())) {
            client.createBucket(request -> request.bucket(BUCKET));
        }
        store = S3Objects.in(settings());
    }

    @AfterAll
    static void end() {
        store.close();
        server.kill();
    }

    private static S3Settings settings() {
        return S3Server.settings(server.engine().port(), BUCKET);
    }

    private static S3Settings through(CuttingRelay relay) {
        return S3Server.settings(relay.port(), BUCKET);
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Test
    void liesUnderTheSamePathAsOnDisk() {
        ObjectName name = name();
        store.put(name, bytes(10));

        try (S3Client client = S3Clients.of(settings())) {
            String key = "pictures/" + name.text().substring(0, 2) + "/" + name.text();
            assertThat(client.headObject(request -> request.bucket(BUCKET).key(key))
                            .contentLength())
                    .isEqualTo(10);
        }
    }

    @Test
    void takesNoHalfOfAnUploadThatKilledTheServer() throws IOException {
        ObjectName name = name();
        byte[] content = bytes(4 << 20);
        try (CuttingRelay relay =
                        new CuttingRelay(server.engine().port(), new CuttingRelay.Cut(true, 2 << 20, server::kill));
                S3Objects cut = S3Objects.in(through(relay))) {
            assertUnavailable(() -> cut.put(name, content), "it does not answer (");
            assertThat(relay.hasCut()).isTrue();
        } finally {
            server.start();
        }

        assertThat(store.get(name)).isEmpty();
        store.put(name, content);
        assertThat(store.get(name))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(content));
    }

    @Test
    void asksAgainWhereAnAnswerIsCut() throws IOException {
        ObjectName name = name();
        byte[] content = bytes(1 << 20);
        store.put(name, content);

        try (CuttingRelay relay =
                        new CuttingRelay(server.engine().port(), new CuttingRelay.Cut(false, 1 << 19, () -> {}));
                S3Objects cut = S3Objects.in(through(relay))) {
            assertThat(cut.get(name))
                    .hasValueSatisfying(found -> assertThat(found).isEqualTo(content));
            assertThat(relay.hasCut()).isTrue();
        }
    }

    @Test
    void saysThatTheBucketIsMissing() {
        String bucket = "none-" + UUID.randomUUID();
        try (S3Objects none = S3Objects.in(S3Server.settings(server.engine().port(), bucket))) {
            String reason = "there is no bucket " + bucket + "; create it, or correct storehouse.media.s3.bucket";

            assertUnavailable(() -> none.put(name(), bytes(10)), reason);
            assertUnavailable(() -> none.put(name(), bytes(24 << 20)), reason);
            assertUnavailable(() -> none.get(name()), reason);
            assertThat(none.look()).contains(reason);
        }
    }

    @Test
    void saysThatTheKeysAreWrong() {
        String reason = "correct storehouse.media.s3.access-key and storehouse.media.s3.secret-key";
        for (String[] keys : new String[][] {{S3Server.ACCESS_KEY, "wrong"}, {"wrong", S3Server.SECRET_KEY}}) {
            try (S3Objects stranger = S3Objects.in(with(settings(), keys[0], keys[1]))) {
                assertUnavailable(() -> stranger.put(name(), bytes(10)), reason);
                assertUnavailable(() -> stranger.put(name(), bytes(24 << 20)), reason);
                assertUnavailable(() -> stranger.get(name()), reason);
                assertThat(stranger.look()).contains(reason).doesNotContain(S3Server.SECRET_KEY);
            }
        }
    }

    @Test
    void saysThatTheServerIsAwayAndFindsItAgain() {
        ObjectName name = name();
        store.put(name, bytes(10));
        server.kill();
        try {
            assertUnavailable(() -> store.get(name), "see that it runs where storehouse.media.s3.endpoint says");
            assertUnavailable(() -> store.put(name, bytes(10)), "it does not answer (ConnectException)");
        } finally {
            server.start();
        }

        assertThat(store.get(name)).isPresent();
        assertThat(store.look()).isEmpty();
    }

    @Test
    @Timeout(60)
    void endsInTimeAndSparesThreadsWhereTheServerHangs() throws Exception {
        S3Settings two = connections(settings(), 2);
        try (S3Objects few = S3Objects.in(two)) {
            signal("STOP");
            try {
                long start = System.nanoTime();
                List<String> failures = AtOnce.run(
                        10,
                        i -> String.valueOf(
                                catchThrowable(() -> few.get(name())).getMessage()));

                assertThat(failures)
                        .allSatisfy(failure -> assertThat(failure).startsWith("Cannot reach the store of pictures: "));
                assertThat(failures)
                        .filteredOn(text -> text.contains("2 calls are waiting"))
                        .hasSize(8);
                assertUnavailable(() -> few.put(name(), bytes(32 << 20)), "");
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            } finally {
                signal("CONT");
            }
            assertThat(few.get(name())).isEmpty();
        }
    }

    private static void signal(String name) throws Exception {
        assertThat(new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + server.pid())
                        .start()
                        .waitFor())
                .isZero();
    }

    private static void assertUnavailable(ThrowingCallable call, String reason) {
        assertThatThrownBy(call)
                .hasMessageStartingWith("Cannot reach the store of pictures: ")
                .hasMessageContaining(reason)
                .isInstanceOfSatisfying(
                        ShopException.class, e -> assertThat(e.code()).isEqualTo(MediaError.PICTURES_UNAVAILABLE));
    }

    private static S3Settings with(S3Settings s, String accessKey, String secretKey) {
        return new S3Settings(
                s.bucket(),
                null,
                s.endpoint(),
                true,
                "",
                accessKey,
                secretKey,
                s.connectTimeout(),
                s.readTimeout(),
                s.timeout(),
                s.connections());
    }

    /** The time-out of a read is too long to help: that of the call must end it. */
    private static S3Settings connections(S3Settings s, int connections) {
        return new S3Settings(
                s.bucket(),
                null,
                s.endpoint(),
                true,
                "",
                s.accessKey(),
                s.secretKey(),
                s.connectTimeout(),
                Duration.ofSeconds(40),
                s.timeout(),
                connections);
    }
}
