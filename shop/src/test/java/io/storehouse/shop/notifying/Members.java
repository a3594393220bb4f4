package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.Tills;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers who may be told, what they buy, and the events of it as they lie in the outbox. */
final class Members {
    private final Tills tills;
    private final ShopHttp till;
    private final JdbcClient jdbc;

    Members(int port, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.tills = new Tills(port);
        tills.shop().put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        this.till = tills.till("T1");
    }

    /** A person of a test. */
    record Member(String code, String phone, String email) {}

    ShopHttp shop() {
        return tills.shop();
    }

    String store() {
        return tills.store();
    }

    /** Somebody new who consents to these. */
    Member join(String... purposes) {
        String tail = Long.toString(ThreadLocalRandom.current().nextLong(10_000_000L, 100_000_000L));
        Member member = new Member("C-" + UUID.randomUUID(), "138" + tail, "anna" + tail + "@example.com");
        assertThat(keep(member, member.phone(), member.email()).status()).isEqualTo(200);
        for (String purpose : purposes) {
            say(member, purpose, true);
        }
        return member;
    }

    ShopHttp.Answer keep(Member member, String phone, @Nullable String email) {
        Map<String, Object> data = new java.util.LinkedHashMap<>(Map.of("name", "Anna", "phone", phone));
        data.put("email", email);
        return shop().put(path(member), data);
    }

    void say(Member member, String purpose, boolean granted) {
        ShopHttp.Answer answer = shop().post(
                        path(member) + "/consents",
                        Map.of(
                                "id",
                                UUID.randomUUID(),
                                "purpose",
                                purpose,
                                "granted",
                                granted,
                                "source",
                                "till",
                                "occurredAt",
                                Instant.now()));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    void erase(Member member) {
        assertThat(shop().post(path(member) + "/erase", Map.of()).status()).isEqualTo(200);
    }

    void merge(Member member, Member into) {
        ShopHttp.Answer answer = shop().post(path(member) + "/merge-into/" + into.code(), Map.of());
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private static String path(Member member) {
        return "/api/v1/customers/" + ShopHttp.encode(member.code());
    }

    /** The id of an order that the member pays now. */
    UUID buy(Member member) {
        return buy(store(), till, member);
    }

    UUID buy(String store, ShopHttp at, Member member) {
        Map<String, Object> order = ShopHttp.order(store, List.of(ShopHttp.line("POST", "2", "3.5")), "7");
        order.put("occurredAt", Instant.now());
        order.put("customer", member.code());
        ShopHttp.Answer answer = at.post("/api/v1/orders", order);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return UUID.fromString(String.valueOf(order.get("id")));
    }

    /** The id of a return of a half of the order. */
    UUID takeBack(UUID order) {
        Map<String, Object> body = tills.takeback(order, "POST", "1", "3.5");
        body.put("occurredAt", Instant.now());
        body.put("refunds", List.of(Tills.payment("card", "3.50")));
        ShopHttp.Answer answer = till.post("/api/v1/returns", body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return UUID.fromString(String.valueOf(body.get("id")));
    }

    /** The event of the document, byte for byte. */
    ConsumerRecord<byte[], byte @Nullable []> event(UUID document) {
        return jdbc.sql("select id, topic, event_key, payload from outbox where event_key = :key")
                .param("key", document.toString())
                .query((row, number) -> new ConsumerRecord<byte[], byte @Nullable []>(
                        row.getString("topic"),
                        0,
                        row.getLong("id"),
                        bytes(row.getString("event_key")),
                        bytes(row.getString("payload"))))
                .single();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
