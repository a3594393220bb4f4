package io.storehouse.shop.customers;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.storehouse.shop.problems.ShopException;
import org.springframework.stereotype.Component;

/** Phone numbers in one form, E.164, whatever form they are written in. */
@Component
class Phones {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private final String region;

    Phones(CustomerSettings settings) {
        this.region = settings.region();
    }

    /**
     * The number as E.164, for example {@code +8613812345678}.
     *
     * @param text with its country code, or as it is dialled within the shop's region
     * @throws ShopException {@code invalid-customer}
     */
    String normalise(String text) {
        try {
            PhoneNumber number = NUMBERS.parse(text, region);
            if (NUMBERS.isValidNumber(number)) {
                return NUMBERS.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            throw invalid();
        }
        throw invalid();
    }

    /** The digits within the country. */
    static String national(String e164) {
        try {
            return NUMBERS.getNationalSignificantNumber(NUMBERS.parse(e164, null));
        } catch (NumberParseException e) {
            return e164.substring(1);
        }
    }

    private ShopException invalid() {
        return new ShopException(
                CustomerError.INVALID_CUSTOMER,
                "Invalid phone number: expected one of " + region + ", or one that begins with + and its country");
    }
}
