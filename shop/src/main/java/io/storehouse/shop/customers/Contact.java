package io.storehouse.shop.customers;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person may be written to, now. Its text is hidden from {@link #toString}.
 *
 * @param customer the person's current code
 * @param phone E.164, or null
 * @param email or null
 * @param purposes codes of what the person consents to
 */
public record Contact(
        String customer, @Nullable String phone, @Nullable String email, Set<String> purposes) {

    /** Whether the person consents to that. */
    public boolean allows(Purpose purpose) {
        return purposes.contains(purpose.code());
    }

    /** The number as those see it who may not know it. */
    public @Nullable String maskedPhone() {
        return phone == null ? null : Masks.phone(phone);
    }

    /** The address as those see it who may not know it. */
    public @Nullable String maskedEmail() {
        return email == null ? null : Masks.email(email);
    }

    @Override
    public String toString() {
        return "Contact[hidden]";
    }
}
