package io.storehouse.shop.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

/** The same of providers that can refuse a message for good. */
abstract class RefusingProviderContract extends ProviderContract {
    /** From now on messages are refused for good. */
    abstract void refuse();

    @Test
    void saysThatAMessageIsRefusedForGood() {
        refuse();

        DeliveryFailure failure =
                catchThrowableOfType(DeliveryFailure.class, () -> provider().deliver(message()));

        assertThat(failure.isPermanent()).isTrue();
        assertThat(failure.code()).isEqualTo("refused");
        assertThat(failure.getMessage()).doesNotContain(recipient());
        assertThat(received()).isEmpty();
    }
}
