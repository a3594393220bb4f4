package io.storehouse.shop.customers;

import io.storehouse.shop.access.Caller;
import io.storehouse.shop.problems.ShopException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes a customer a person. Its text is hidden from {@link #toString}, and no failure repeats it.
 *
 * @param name as the person writes it, or null
 * @param phone E.164, or null
 * @param email or null
 * @param birthday or null
 */
public record PersonalData(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable LocalDate birthday) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@,;<>\"']{1,64}@([\\p{L}\\p{N}-]{1,63}\\.)+[\\p{L}\\p{N}]{2,63}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /**
     * The data in the form in which they are kept.
     *
     * @param phone in any form of the region, or with its country code
     * @param today no birthday is later
     * @throws ShopException {@code invalid-customer}, without the data
     */
    static PersonalData of(Entered entered, Phones phones, LocalDate today) {
        String name = blankToNull(entered.name());
        if (name != null
                && (name.length() > LONGEST_NAME || CONTROL.matcher(name).find())) {
            throw invalid("name", "it is over " + LONGEST_NAME + " characters or holds control characters");
        }
        String email = blankToNull(entered.email());
        if (email != null
                && (email.length() > LONGEST_EMAIL
                        // a letter may become two in lower case
                        || emailKey(email).length() > LONGEST_EMAIL
                        || !EMAIL.matcher(email).matches())) {
            throw invalid("e-mail address", "expected name@domain");
        }
        LocalDate birthday = entered.birthday();
        if (birthday != null && (birthday.isBefore(EARLIEST) || birthday.isAfter(today))) {
            throw invalid("birthday", "expected 1900 to today");
        }
        String phone = blankToNull(entered.phone());
        return new PersonalData(name, phone == null ? null : phones.normalise(phone), email, birthday);
    }

    /**
     * What the caller may see: the owner, the service and store managers everything, all others a mask. This is the only place
     * that decides.
     */
    public Shown visibleTo(Caller caller) {
        return switch (caller.role()) {
            case OWNER, SERVICE, STORE_MANAGER ->
                new Shown(name, phone, email, birthday == null ? null : birthday.toString(), false);
            case TILL, CASHIER, BUYER, ANALYST ->
                new Shown(
                        name == null ? null : Masks.name(name),
                        phone == null ? null : Masks.phone(phone),
                        email == null ? null : Masks.email(email),
                        birthday == null ? null : Masks.BIRTHDAY,
                        true);
        };
    }

    /** What the caller means who typed these over what he sees of this: behind a mask stays what he did not change. */
    Entered completed(Entered typed, Caller caller) {
        Shown shown = visibleTo(caller);
        return shown.masked()
                ? new Entered(
                        unchanged(typed.name(), shown.name()) ? name : typed.name(),
                        unchanged(typed.phone(), shown.phone()) ? phone : typed.phone(),
                        unchanged(typed.email(), shown.email()) ? email : typed.email(),
                        typed.birthday() == null ? birthday : typed.birthday())
                : typed;
    }

    private static boolean unchanged(@Nullable String typed, @Nullable String mask) {
        return typed == null || typed.strip().equals(mask);
    }

    boolean isEmpty() {
        return name == null && phone == null && email == null && birthday == null;
    }

    /** These, and what they lack from others. */
    PersonalData orElse(PersonalData other) {
        return new PersonalData(
                name == null ? other.name : name,
                phone == null ? other.phone : phone,
                email == null ? other.email : email,
                birthday == null ? other.birthday : birthday);
    }

    /** The address as two are compared. */
    @Nullable
    String emailKey() {
        return email == null ? null : emailKey(email);
    }

    /** The name as it is searched for. */
    @Nullable
    String nameKey() {
        return name == null ? null : nameKey(name);
    }

    static String emailKey(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static String nameKey(String name) {
        String key = java.text.Normalizer.normalize(name.strip(), java.text.Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        return key.length() <= 2 * LONGEST_NAME ? key : key.substring(0, 2 * LONGEST_NAME);
    }

    @Override
    public String toString() {
        return "PersonalData[hidden]";
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static ShopException invalid(String what, String why) {
        return new ShopException(CustomerError.INVALID_CUSTOMER, "Invalid " + what + ": " + why);
    }

    /** The data as somebody typed them. */
    record Entered(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable LocalDate birthday) {
        @Override
        public String toString() {
            return "Entered[hidden]";
        }
    }

    /**
     * The data as a caller may see them.
     *
     * @param birthday {@code yyyy-MM-dd}
     * @param masked whether parts are hidden
     */
    public record Shown(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String birthday,
            boolean masked) {
        @Override
        public String toString() {
            return "Shown[hidden]";
        }
    }
}
