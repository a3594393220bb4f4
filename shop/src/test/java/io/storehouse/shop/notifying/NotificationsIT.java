package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.People;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.documents.ListedTimes;
import io.storehouse.shop.notifying.FakeProvider.Mood;
import io.storehouse.shop.notifying.Members.Member;
import io.storehouse.shop.stores.StoreScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people see of messages, and dead ones that are sent after all. */
@ShopTest
@Import(Fakes.Setup.class)
class NotificationsIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Events events;

    @Autowired
    private Delivery delivery;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Fakes fakes;

    private Members members;
    private ShopHttp shop;
    private Member anna;

    @BeforeEach
    void openStore() {
        jdbc.sql("delete from notification").update();
        fakes.reset();
        members = new Members(port, jdbc);
        shop = members.shop();
        anna = members.join("receipt_sms");
    }

    @Test
    void listsNewestFirstByPages() {
        UUID first = tell();
        UUID second = tell();
        UUID third = tell();

        JsonNode page = shop.get(list("&limit=2")).body();
        JsonNode rest = shop.get(
                        list("&limit=2&after=" + page.path(1).path("id").asString()))
                .body();

        assertThat(documents(page)).containsExactly(third.toString(), second.toString());
        assertThat(documents(rest)).containsExactly(first.toString());
        JsonNode one = page.path(0);
        assertThat(one.path("status").asString()).isEqualTo("sent");
        assertThat(one.path("recipient").asString()).startsWith("138****");
        assertThat(one.path("customer").asString()).isEqualTo(anna.code());
        assertThat(one.path("provider").asString()).isEqualTo("fake");
        assertThat(one.path("nextTryAt").isNull()).isTrue();
        assertThat(shop.get("/api/v1/notifications/" + one.path("id").asString())
                        .body())
                .isEqualTo(one);
    }

    @Test
    void findsByStatusAndOrder() {
        UUID order = tell();
        UUID back = members.takeBack(order);
        events.accept(List.of(members.event(back)));
        fakes.sms().next(Mood.REFUSE);
        delivery.next(MessageChannel.SMS);
        tell();

        assertThat(documents(shop.get(list("&order=" + order)).body()))
                .containsExactly(back.toString(), order.toString());
        assertThat(documents(shop.get(list("&status=dead")).body())).containsExactly(back.toString());
        assertThat(documents(shop.get(list("&status=dead&order=" + order)).body()))
                .containsExactly(back.toString());
        assertThat(shop.get(list("&status=lost")).status()).isEqualTo(400);
    }

    @Test
    void saysWhichChannelsAreOn() {
        JsonNode channels = shop.get("/api/v1/notifications/channels").body();

        assertThat(channels.toString())
                .isEqualTo("[{\"channel\":\"sms\",\"on\":true,\"provider\":\"fake\"},"
                        + "{\"channel\":\"email\",\"on\":true,\"provider\":\"fake\"}]");
    }

    @Test
    void writesALetterOfWhatIsDead() {
        UUID id = dead();

        dispatch.giveUp();
        dispatch.giveUp();

        List<Letters.Letter> letters = Letters.of(id.toString());
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).code()).isEqualTo("refused");
        String json = new String(letters.get(0).value(), StandardCharsets.UTF_8);
        assertThat(json)
                .contains(id.toString(), "\"attempts\":1", "\"reply\":422")
                .doesNotContain(anna.phone(), "138");
    }

    @Test
    void sendsADeadOneAfterAllOnceForEachRequest() {
        UUID id = dead();
        Map<String, Object> request = Map.of("id", UUID.randomUUID());
        String path = "/api/v1/notifications/" + id + "/retry";

        List<ShopHttp.Answer> answers = AtOnce.run(8, client -> shop.post(path, request));

        assertThat(answers).extracting(ShopHttp.Answer::status).containsOnly(201);
        assertThat(answers)
                .filteredOn(answer ->
                        answer.raw().headers().firstValue("Idempotent-Replay").isEmpty())
                .hasSize(1);
        ShopHttp.Answer other = shop.post(path, Map.of("id", UUID.randomUUID()));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("notification-not-dead");
        fakes.sms().next(Mood.REFUSE);
        delivery.next(MessageChannel.SMS);
        assertThat(shop.post(path, request).status())
                .as("asked once, tried once")
                .isEqualTo(201);
        assertThat(delivery.next(MessageChannel.SMS)).isFalse();
        assertThat(shop.post(path, Map.of("id", UUID.randomUUID())).status()).isEqualTo(201);
        assertThat(delivery.next(MessageChannel.SMS)).isTrue();
        assertThat(shop.get("/api/v1/notifications/" + id).body().path("status").asString())
                .isEqualTo("sent");
        assertThat(jdbc.sql("select count(*) from audit_entry where act = 'notification-retried' and subject = :id")
                        .param("id", id.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void refusesToRetryWhatIsSentOrUnknown() {
        UUID order = tell();
        String id = shop.get(list("&order=" + order)).body().path(0).path("id").asString();

        assertThat(shop.post("/api/v1/notifications/" + id + "/retry", Map.of("id", UUID.randomUUID()))
                        .code())
                .isEqualTo("notification-not-dead");
        assertThat(shop.post("/api/v1/notifications/" + UUID.randomUUID() + "/retry", Map.of("id", UUID.randomUUID()))
                        .code())
                .isEqualTo("notification-not-found");
    }

    @Test
    void keepsTheMessagesOfAStoreToItself() {
        UUID id = dead();
        People people = new People(port);
        String elsewhere = new io.storehouse.shop.Tills(port).store();
        ShopHttp manager = people.signIn(people.hire("store_manager", members.store()));
        ShopHttp stranger = people.signIn(people.hire("store_manager", elsewhere));
        ShopHttp cashier = people.signIn(people.hire("cashier", members.store()));

        assertThat(manager.get(list("")).body()).hasSize(1);
        assertThat(manager.get("/api/v1/notifications").body()).hasSize(1);
        assertThat(stranger.get("/api/v1/notifications").body()).isEmpty();
        assertThat(stranger.get(list("")).status()).isEqualTo(403);
        assertThat(stranger.get("/api/v1/notifications/" + id).status()).isEqualTo(403);
        assertThat(stranger.post("/api/v1/notifications/" + id + "/retry", Map.of("id", UUID.randomUUID()))
                        .status())
                .isEqualTo(403);
        assertThat(cashier.get(list("")).status()).isEqualTo(403);
        assertThat(manager.post("/api/v1/notifications/" + id + "/retry", Map.of("id", UUID.randomUUID()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void readsAlongAnIndex() {
        for (int i = 0; i < 5; i++) {
            tell();
        }
        StoreScope own = StoreScope.of(List.of(members.store()));
        UUID order = UUID.randomUUID();

        assertThat(plan(new NotificationFilter(own, null, null, null, ListedTimes.ALL, null)))
                .isEqualTo("notification_store,");
        assertThat(plan(new NotificationFilter(own, "dead", null, null, ListedTimes.ALL, null)))
                .isEqualTo("notification_store_status,");
        assertThat(plan(new NotificationFilter(StoreScope.everywhere(), null, order, null, ListedTimes.ALL, null)))
                .contains("notification_order,");
        assertThat(plan(new NotificationFilter(StoreScope.everywhere(), null, null, null, ListedTimes.ALL, null)))
                .contains("PRIMARY,");
        assertThat(plan(new NotificationFilter(StoreScope.everywhere(), "dead", null, null, ListedTimes.ALL, null)))
                .isEqualTo("notification_status,");
        assertThat(jdbc.sql("explain " + NotificationTable.CLAIM)
                        .param("claim", order.toString())
                        .param("lease", java.time.LocalDateTime.now(java.time.ZoneOffset.UTC))
                        .param("channel", "sms")
                        .param("now", java.time.LocalDateTime.now(java.time.ZoneOffset.UTC))
                        .param("attempts", 3)
                        .query()
                        .listOfRows()
                        .get(0)
                        .get("key"))
                .isEqualTo("notification_due");
    }

    private String plan(NotificationFilter filter) {
        return jdbc.sql("explain " + filter.sql(NotificationViews.COLUMNS))
                        .params(filter.parameters())
                        .param("limit", 10)
                        .query()
                        .listOfRows()
                        .get(0)
                        .get("key")
                + ",";
    }

    private UUID tell() {
        UUID order = members.buy(anna);
        events.accept(List.of(members.event(order)));
        delivery.next(MessageChannel.SMS);
        return order;
    }

    private UUID dead() {
        fakes.sms().next(Mood.REFUSE);
        UUID order = tell();
        return UUID.fromString(jdbc.sql("select uuid from notification where document = :order and status = 'dead'")
                .param("order", order.toString())
                .query(String.class)
                .single());
    }

    private String list(String more) {
        return "/api/v1/notifications?store=" + ShopHttp.encode(members.store()) + more;
    }

    private static List<String> documents(JsonNode page) {
        return page.valueStream().map(one -> one.path("document").asString()).toList();
    }
}
