package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the notifier relies on of every provider. */
abstract class ProviderContract {
    static final String TEXT = "【店】\"A\" & b\\c: GBP 7.00, No. 1.";

    /** What the other side has. */
    record Received(String key, String recipient, String text) {}

    abstract Provider provider();

    abstract String recipient();

    abstract List<Received> received();

    /** From now on messages fail for a while. */
    abstract void fail();

    /** No longer. */
    abstract void recover();

    Message message() {
        return new Message(UUID.randomUUID(), recipient(), Language.ZH, "Subject 题", TEXT, "<p>" + "html</p>");
    }

    @Test
    void handsTheMessageOverWhole() throws DeliveryFailure {
        Message message = message();

        provider().deliver(message);

        assertThat(received()).containsExactly(new Received(message.key().toString(), recipient(), TEXT));
    }

    @Test
    void failsForAWhileAndTakesTheMessageThen() throws DeliveryFailure {
        Message message = message();
        fail();

        DeliveryFailure failure =
                catchThrowableOfType(DeliveryFailure.class, () -> provider().deliver(message));

        assertThat(failure).isNotNull();
        assertThat(failure.isPermanent()).isFalse();
        assertThat(failure.getMessage()).doesNotContain(recipient()).doesNotContain(TEXT);
        assertThat(failure.code().length()).isLessThanOrEqualTo(32);
        recover();
        provider().deliver(message);
        assertThat(received())
                .extracting(Received::key)
                .containsOnly(message.key().toString());
    }

    @Test
    void givesADoubleTheSameKey() throws DeliveryFailure {
        Message message = message();

        provider().deliver(message);
        provider().deliver(message);

        assertThat(received())
                .hasSize(2)
                .extracting(Received::key)
                .containsOnly(message.key().toString());
    }
}
