package io.storehouse.shop.notifying;

import io.storehouse.shop.customers.Contact;
import io.storehouse.shop.customers.Purpose;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A way to a person. */
enum MessageChannel {
    SMS(Purpose.RECEIPT_SMS),
    EMAIL(Purpose.RECEIPT_EMAIL);

    private final Purpose purpose;

    MessageChannel(Purpose purpose) {
        this.purpose = purpose;
    }

    /** The name in tables and HTTP. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static MessageChannel ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    boolean isAllowedBy(Contact contact) {
        return contact.allows(purpose);
    }

    @Nullable
    String address(Contact contact) {
        return this == SMS ? contact.phone() : contact.email();
    }

    @Nullable
    String mask(Contact contact) {
        return this == SMS ? contact.maskedPhone() : contact.maskedEmail();
    }
}
