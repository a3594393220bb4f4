package io.storehouse.shop.notifying;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message, ready to be handed over. Its text is hidden from {@link #toString}.
 *
 * @param key the same however often the message is handed over: by it a provider can tell a double
 * @param recipient phone number (E.164) or e-mail address
 * @param subject one line; text messages show none
 * @param html null where there is only text
 */
record Message(
        UUID key,
        String recipient,
        Language language,
        String subject,
        String text,
        @Nullable String html) {
    @Override
    public String toString() {
        return "Message[" + key + ", hidden]";
    }
}
