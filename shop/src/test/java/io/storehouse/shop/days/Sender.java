package io.storehouse.shop.days;

import static org.awaitility.Awaitility.await;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** Sends requests as networks do: twice, at once, without waiting for the answer, changed; and asks again until it knows. */
final class Sender {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int port;
    private final Chance chance;
    private final Journal journal;

    Sender(int port, Chance chance, Journal journal) {
        this.port = port;
        this.chance = chance;
        this.journal = journal;
    }

    /** The answer, or nothing where the client gave up; an acknowledged request is in the journal. */
    Optional<ShopHttp.Answer> send(ShopHttp caller, String kind, String path, Map<String, Object> body) {
        boolean left = chance.percent(3);
        if (left) {
            hangUp(caller, path, body);
            journal.count("lost answers");
        }
        ShopHttp.Answer answer = chance.percent(5) ? atOnce(caller, path, body) : post(caller, path, body);
        if (answer == null) {
            if (chance.percent(25)) {
                journal.forget(new Fact(kind, path, body, NullNode.getInstance()));
                journal.count("given up");
                return Optional.empty();
            }
            answer = untilKnown(caller, path, body);
        }
        if (left && answer.status() != 201) {
            // refused, and the first sending may still be on its way and find what this one lacked
            journal.forget(new Fact(kind, path, body, NullNode.getInstance()));
        }
        return Optional.of(noted(caller, kind, path, body, answer));
    }

    /** The answer, however long it takes. */
    ShopHttp.Answer surely(ShopHttp caller, String kind, String path, Map<String, Object> body) {
        ShopHttp.Answer answer = post(caller, path, body);
        return noted(caller, kind, path, body, answer == null ? untilKnown(caller, path, body) : answer);
    }

    /** What a question is answered, however long it takes. */
    ShopHttp.Answer ask(ShopHttp caller, String method, String path, @Nullable Object body) {
        AtomicReference<ShopHttp.@Nullable Answer> known = new AtomicReference<>();
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    known.set(once(() -> caller.send(method, path, body)));
                    return known.get() != null;
                });
        return java.util.Objects.requireNonNull(known.get());
    }

    private ShopHttp.Answer untilKnown(ShopHttp caller, String path, Map<String, Object> body) {
        journal.count("asked again");
        return ask(caller, "POST", path, body);
    }

    private ShopHttp.Answer noted(
            ShopHttp caller, String kind, String path, Map<String, Object> body, ShopHttp.Answer answer) {
        if (answer.status() != 201) {
            journal.count(kind + " refused: " + answer.status() + " " + answer.code());
            if (answer.status() >= 500 || answer.code().isEmpty()) {
                journal.wrong(path + " " + body + " answered " + answer.raw().body());
            }
            return answer;
        }
        journal.count(kind);
        journal.acknowledge(Fact.of(kind, path, body, answer));
        if (chance.percent(8)) {
            again(caller, path, body, answer);
        }
        if (chance.percent(5)) {
            changed(caller, path, body);
        }
        return answer;
    }

    private void again(ShopHttp caller, String path, Map<String, Object> body, ShopHttp.Answer first) {
        ShopHttp.Answer second = post(caller, path, body);
        if (second != null && !(second.status() == 201 && second.body().equals(first.body()))) {
            journal.wrong("Again " + path + " " + body + " answered "
                    + second.raw().body() + " after " + first.raw().body());
        }
        journal.count("sent again");
    }

    private void changed(ShopHttp caller, String path, Map<String, Object> body) {
        Map<String, Object> other = change(body);
        if (other == null) {
            return;
        }
        ShopHttp.Answer answer = post(caller, path, other);
        if (answer != null && !answer.code().equals("idempotency-conflict")) {
            journal.wrong("Changed " + path + " " + other + " answered " + answer.status() + " "
                    + answer.raw().body());
        }
        journal.count("sent changed");
    }

    /** Another request by the same id; nothing where there is none. */
    static @Nullable Map<String, Object> change(Map<String, Object> body) {
        Map<String, Object> other = new LinkedHashMap<>(body);
        for (String name : List.of("amount", "openingFloat", "counted")) {
            if (other.computeIfPresent(
                            name, (key, value) -> Body.decimal(body, key).add(java.math.BigDecimal.TEN))
                    != null) {
                return other;
            }
        }
        if (other.computeIfPresent(
                        "occurredAt",
                        (key, value) -> Instant.parse(String.valueOf(value)).plusSeconds(1))
                != null) {
            return other;
        }
        if (other.computeIfPresent("label", (key, value) -> value + "!") != null) {
            return other;
        }
        return other.computeIfPresent("version", (key, value) -> 1 + Long.parseLong(String.valueOf(value))) == null
                ? null
                : other;
    }

    private ShopHttp.@Nullable Answer atOnce(ShopHttp caller, String path, Map<String, Object> body) {
        journal.count("sent at once");
        List<Optional<ShopHttp.Answer>> answers =
                AtOnce.run(2, client -> Optional.ofNullable(post(caller, path, body)));
        List<ShopHttp.Answer> accepted = answers.stream()
                .flatMap(Optional::stream)
                .filter(answer -> answer.status() == 201)
                .toList();
        if (accepted.size() == 2
                && !accepted.get(0).body().equals(accepted.get(1).body())) {
            journal.wrong("At once " + path + " " + body + " answered "
                    + accepted.get(0).raw().body() + " and "
                    + accepted.get(1).raw().body());
        }
        return accepted.isEmpty() ? answers.get(0).orElse(null) : accepted.get(0);
    }

    /** Nothing while the database or the shop is away. */
    private ShopHttp.@Nullable Answer post(ShopHttp caller, String path, Map<String, Object> body) {
        return once(() -> caller.post(path, body));
    }

    private ShopHttp.@Nullable Answer once(java.util.function.Supplier<ShopHttp.Answer> request) {
        try {
            ShopHttp.Answer answer = request.get();
            if (answer.status() == 503) {
                journal.count("away: " + answer.code());
                return null;
            }
            return answer;
        } catch (UncheckedIOException e) {
            journal.count("away: connection");
            return null;
        }
    }

    /** Sends a request and leaves before the answer comes. */
    private void hangUp(ShopHttp caller, String path, Map<String, Object> body) {
        byte[] content = JsonMapper.shared().writeValueAsBytes(body);
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n");
        caller.credentials()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
