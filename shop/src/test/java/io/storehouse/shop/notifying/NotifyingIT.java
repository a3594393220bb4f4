package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.notifying.FakeProvider.Killed;
import io.storehouse.shop.notifying.FakeProvider.Mood;
import io.storehouse.shop.notifying.Members.Member;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notifier step by step on the real database, with events as the outbox holds them; Kafka's part is played by the test. */
@ShopTest
@Import(Fakes.Setup.class)
class NotifyingIT {
    private static final String[] BOTH = {"receipt_sms", "receipt_email"};

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Events events;

    @Autowired
    private Delivery delivery;

    @Autowired
    private NotificationTable table;

    @Autowired
    private NotifyingSettings settings;

    @Autowired
    private Fakes fakes;

    private Members members;

    @BeforeEach
    void openStore() {
        jdbc.sql("delete from notification").update();
        fakes.reset();
        members = new Members(port, jdbc);
    }

    @Test
    void tellsACustomerOfSalesAndReturnsInShortAndWithTheReceipt() {
        Member anna = members.join(BOTH);
        UUID order = members.buy(anna);
        UUID back = members.takeBack(order);

        read(order);
        read(back);
        drain();

        Message sms = fakes.sms().taken().get(0);
        assertThat(sms.recipient()).isEqualTo("+86" + anna.phone());
        assertThat(sms.text())
                .startsWith(members.store().substring(0, 30) + ": thank you. Paid GBP 7.00, receipt ")
                .doesNotContain("\n");
        assertThat(fakes.sms().taken().get(1).text()).contains(": refunded GBP 3.50, return ");
        Message email = fakes.email().taken().get(0);
        assertThat(email.recipient()).isEqualTo(anna.email());
        assertThat(email.subject())
                .startsWith("Receipt ")
                .contains(members.store().substring(0, 30));
        assertThat(email.text()).contains("Postage", "Total  GBP 7.00");
        assertThat(Objects.requireNonNull(email.html())).contains("<html lang=\"en\">", "Postage", "GBP 7.00");
        assertThat(fakes.email().taken().get(1).subject()).startsWith("Return ");
        assertThat(states(order)).containsOnly("sent 1 null");
    }

    @Test
    void writesInTheLanguageOfTheStore() {
        Member anna = members.join(BOTH);
        String store = "店 " + UUID.randomUUID();
        members.shop()
                .put(
                        "/api/v1/stores/" + io.storehouse.shop.ShopHttp.encode(store),
                        Map.of("name", "南京路店", "timeZone", "Asia/Shanghai", "currency", "CNY"));

        read(members.buy(store, members.shop(), anna));
        drain();

        assertThat(fakes.sms().taken().get(0).text()).startsWith("【南京路店】感谢惠顾,实付 CNY 7.00,单号 ");
        assertThat(fakes.email().taken().get(0).subject()).startsWith("购物小票 ").endsWith(" · 南京路店");
        assertThat(Objects.requireNonNull(fakes.email().taken().get(0).html())).contains("lang=\"zh-CN\"", "应付");
    }

    @Test
    void tellsOnlyByWhatTheCustomerConsentsTo() {
        Member silent = members.join("marketing_sms", "marketing_email");
        Member byMail = members.join("receipt_email");
        UUID quiet = members.buy(silent);
        UUID mailed = members.buy(byMail);

        read(quiet);
        read(mailed);
        drain();

        assertThat(states(quiet)).isEmpty();
        assertThat(fakes.sms().taken()).isEmpty();
        assertThat(fakes.email().taken()).extracting(Message::recipient).containsExactly(byMail.email());
    }

    @Test
    void tellsOnceHoweverOftenAndInWhichOrderEventsCome() {
        Member anna = members.join(BOTH);
        UUID order = members.buy(anna);
        UUID back = members.takeBack(order);

        events.accept(List.of(members.event(back), members.event(order), members.event(back)));
        drain();
        read(order);
        events.accept(List.of(members.event(order), members.event(back)));
        drain();

        assertThat(fakes.sms().taken()).hasSize(2).doesNotHaveDuplicates();
        assertThat(fakes.email().taken()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void keepsOneMessageOfEventsThatManyConsumersReadAtOnce() {
        Member anna = members.join(BOTH);
        List<ConsumerRecord<byte[], byte @Nullable []>> batch = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            batch.add(members.event(members.buy(anna)));
        }

        AtOnce.run(12, client -> {
            List<ConsumerRecord<byte[], byte @Nullable []>> mine = new ArrayList<>(batch);
            java.util.Collections.rotate(mine, client);
            events.accept(mine);
            return client;
        });
        drain();

        assertThat(count("true")).isEqualTo(20);
        assertThat(fakes.sms().taken()).hasSize(10).extracting(Message::key).doesNotHaveDuplicates();
    }

    @Test
    void sendsEachMessageOnceWhereManySendAtOnce() {
        Member anna = members.join("receipt_sms");
        for (int i = 0; i < 25; i++) {
            read(members.buy(anna));
        }

        List<Integer> sent = AtOnce.run(10, client -> {
            int mine = 0;
            while (delivery.next(MessageChannel.SMS)) {
                mine++;
            }
            return mine;
        });

        drain();
        assertThat(sent.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(25);
        assertThat(fakes.sms().taken()).hasSize(25).extracting(Message::key).doesNotHaveDuplicates();
        assertThat(count("status = 'sent' and attempts = 1")).isEqualTo(25);
    }

    @Test
    void makesNoMessageOfHistory() {
        Member anna = members.join(BOTH);
        UUID order = members.buy(anna);

        events.accept(List.of(changed(order, "\"channel\":\"till\"", "\"channel\":\"import\"")));
        events.accept(List.of(changed(order, "\"occurred_at\":\"20", "\"occurred_at\":\"19")));
        assertThat(count("true")).isZero();

        read(order);
        assertThat(count("true")).isEqualTo(2);
    }

    @Test
    void triesAgainAfterAFailureAndHoldsUpNobodyMeanwhile() {
        Member anna = members.join("receipt_sms");
        Member bert = members.join("receipt_sms");
        UUID first = members.buy(anna);
        UUID second = members.buy(bert);
        read(first);
        read(second);
        fakes.sms().next(Mood.BUSY);

        drain();

        assertThat(fakes.sms().taken()).extracting(Message::recipient).containsExactly("+86" + bert.phone());
        assertThat(states(first)).containsExactly("pending 1 provider-failed");
        assertThat(jdbc.sql("select next_try_at > utc_timestamp(6) from notification where status = 'pending'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        timePasses();
        drain();
        assertThat(states(first)).containsExactly("sent 2 null");
    }

    @Test
    void countsTheAttemptOfAProcessThatDiedAndSendsAfterItsLease() {
        Member anna = members.join("receipt_sms");
        UUID order = members.buy(anna);
        read(order);
        fakes.sms().next(Mood.DIE_BEFORE);

        assertThatThrownBy(this::drain).isInstanceOf(Killed.class);

        assertThat(states(order)).containsExactly("pending 1 null");
        drain();
        assertThat(fakes.sms().taken()).as("the lease is not over").isEmpty();
        timePasses();
        drain();
        assertThat(states(order)).containsExactly("sent 2 null");
        assertThat(fakes.sms().taken()).hasSize(1);
    }

    /** At least once: this is the one case in which a provider gets a message twice, and its key tells. */
    @Test
    void handsOverAgainWithTheSameKeyWhatAProcessDiedWithAfterTheProviderHadIt() {
        Member anna = members.join("receipt_sms");
        UUID order = members.buy(anna);
        read(order);
        fakes.sms().next(Mood.DIE_AFTER);

        assertThatThrownBy(this::drain).isInstanceOf(Killed.class);
        timePasses();
        drain();

        assertThat(fakes.sms().taken()).hasSize(2).extracting(Message::key).containsOnly(id(order, "sms"));
        assertThat(states(order)).containsExactly("sent 2 null");
        timePasses();
        drain();
        assertThat(fakes.sms().taken()).hasSize(2);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        Member anna = members.join("receipt_sms");
        UUID order = members.buy(anna);
        read(order);
        fakes.sms().always(Mood.BUSY);

        for (int attempt = 0; attempt < settings.retry().attempts() + 3; attempt++) {
            timePasses();
            drain();
        }

        assertThat(states(order)).containsExactly("dead " + settings.retry().attempts() + " provider-failed");
        assertThat(count("owes_letter")).isEqualTo(1);
    }

    @Test
    void givesUpAMessageThatKillsEveryProcess() {
        Member anna = members.join("receipt_sms");
        UUID order = members.buy(anna);
        read(order);
        fakes.sms().always(Mood.DIE_BEFORE);

        for (int attempt = 0; attempt < settings.retry().attempts(); attempt++) {
            timePasses();
            assertThatThrownBy(this::drain).isInstanceOf(Killed.class);
        }
        timePasses();
        drain();
        table.sweep();

        assertThat(states(order)).containsExactly("dead " + settings.retry().attempts() + " interrupted");
    }

    @Test
    void buriesAtOnceWhatIsRefusedForGood() {
        Member anna = members.join("receipt_sms");
        UUID order = members.buy(anna);
        read(order);
        fakes.sms().next(Mood.REFUSE);

        drain();

        assertThat(states(order)).containsExactly("dead 1 refused");
    }

    @Test
    void tellsNothingToWhoWithdrewConsentSinceTheEvent() {
        Member anna = members.join(BOTH);
        UUID order = members.buy(anna);
        read(order);
        members.say(anna, "receipt_sms", false);

        drain();

        assertThat(fakes.sms().taken()).isEmpty();
        assertThat(fakes.email().taken()).hasSize(1);
        assertThat(states(order)).containsExactlyInAnyOrder("dropped 1 no-consent", "sent 1 null");
    }

    @Test
    void writesToTheAddressOfNow() {
        Member anna = members.join(BOTH);
        UUID order = members.buy(anna);
        read(order);
        String other = "139" + anna.phone().substring(3);
        members.keep(anna, other, null);

        drain();

        assertThat(fakes.sms().taken()).extracting(Message::recipient).containsExactly("+86" + other);
        assertThat(states(order)).containsExactlyInAnyOrder("sent 1 null", "dropped 1 no-address");
        assertThat(jdbc.sql("select recipient from notification where channel = 'sms'")
                        .query(String.class)
                        .single())
                .startsWith("139****");
    }

    @Test
    void tellsNothingToWhoIsForgotten() {
        Member anna = members.join(BOTH);
        UUID sentBefore = members.buy(anna);
        read(sentBefore);
        drain();
        fakes.reset();
        UUID waiting = members.buy(anna);
        UUID unread = members.buy(anna);
        read(waiting);

        members.erase(anna);
        read(unread);
        drain();

        assertThat(fakes.sms().taken()).isEmpty();
        assertThat(fakes.email().taken()).isEmpty();
        assertThat(states(waiting)).containsOnly("dropped 0 erased");
        assertThat(states(unread)).isEmpty();
        assertThat(states(sentBefore)).containsOnly("sent 1 null");
        assertThat(count("recipient is not null")).isZero();
    }

    @Test
    void keepsNoMaskOfWhoIsForgottenWhileAMessageIsUnderWay() {
        Member anna = members.join("receipt_sms");
        UUID order = members.buy(anna);
        read(order);
        fakes.sms().meanwhile(message -> members.erase(anna));

        drain();

        assertThat(states(order)).as("the provider has it").containsExactly("sent 1 null");
        assertThat(count("recipient is not null")).isZero();
    }

    @Test
    void writesToThePersonThatACustomerWasMergedInto() {
        Member old = members.join("receipt_sms");
        Member anna = members.join("receipt_sms");
        UUID order = members.buy(old);
        read(order);
        members.merge(old, anna);

        drain();
        members.erase(anna);

        assertThat(fakes.sms().taken()).extracting(Message::recipient).containsExactly("+86" + anna.phone());
        assertThat(count("recipient is not null")).isZero();
    }

    @Test
    void leavesAMessageToWhoClaimedItSince() {
        Member anna = members.join("receipt_sms");
        UUID order = members.buy(anna);
        read(order);
        AtomicBoolean slow = new AtomicBoolean(true);
        fakes.sms().meanwhile(message -> {
            if (slow.getAndSet(false)) {
                timePasses();
                delivery.next(MessageChannel.SMS);
            }
        });
        fakes.sms().next(Mood.TAKE, Mood.BUSY);

        drain();

        assertThat(states(order)).as("a failure that comes late undoes nothing").containsExactly("sent 2 null");
        assertThat(fakes.sms().taken()).hasSize(1);
    }

    @Test
    void sendsNothingThatHasBecomeOld() {
        Member anna = members.join("receipt_sms");
        UUID order = members.buy(anna);
        read(order);
        jdbc.sql("update notification set expires_at = utc_timestamp(6) - interval 1 second")
                .update();

        drain();
        table.sweep();

        assertThat(fakes.sms().taken()).isEmpty();
        assertThat(states(order)).containsExactly("dropped 0 too-old");
    }

    @Test
    void keepsNeitherAddressNorText() {
        Member anna = members.join(BOTH);
        read(members.buy(anna));
        fakes.sms().next(Mood.BUSY);
        drain();

        String all = jdbc.sql("select * from notification").query().listOfRows().toString();

        assertThat(all)
                .contains("138****", "a***@example.com")
                .doesNotContain(anna.phone())
                .doesNotContain(anna.email())
                .doesNotContain("7.00");
    }

    private void read(UUID document) {
        events.accept(List.of(members.event(document)));
    }

    private ConsumerRecord<byte[], byte @Nullable []> changed(UUID document, String part, String other) {
        ConsumerRecord<byte[], byte @Nullable []> event = members.event(document);
        String text = new String(Objects.requireNonNull(event.value()), StandardCharsets.UTF_8);
        assertThat(text).contains(part);
        return new ConsumerRecord<>(
                event.topic(), 0, event.offset(), event.key(), Members.bytes(text.replace(part, other)));
    }

    private void drain() {
        for (MessageChannel channel : MessageChannel.values()) {
            while (delivery.next(channel)) {
                Thread.onSpinWait();
            }
        }
    }

    /** Pauses and leases are over. */
    private void timePasses() {
        jdbc.sql("update notification set next_try_at = utc_timestamp(6) - interval 1 second where status = 'pending'")
                .update();
    }

    private List<String> states(UUID document) {
        return jdbc.sql("select status, attempts, error from notification where document = :document")
                .param("document", document.toString())
                .query((row, number) -> row.getString(1) + " " + row.getInt(2) + " " + row.getString(3))
                .list();
    }

    private UUID id(UUID document, String channel) {
        return UUID.fromString(
                jdbc.sql("select uuid from notification where document = :document and channel = :channel")
                        .param("document", document.toString())
                        .param("channel", channel)
                        .query(String.class)
                        .single());
    }

    private long count(String condition) {
        return jdbc.sql("select count(*) from notification where " + condition)
                .query(Long.class)
                .single();
    }
}
