package io.storehouse.shop.stores;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a store's prices and its taxes go together.
 *
 * @param included whether prices include the tax; else it comes on top of them
 * @param rounding what of it is rounded to the currency's places
 */
public record TaxTerms(boolean included, Rounding rounding) {
    /** Prices with tax, rounded line by line. */
    public static final TaxTerms DEFAULT = new TaxTerms(true, Rounding.LINE);

    /** What is rounded. */
    public enum Rounding {
        /** The tax of each line. */
        LINE,
        /** The tax of all lines of one rate together. */
        RECEIPT;

        /** The name in tables and in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The rounding with that code. */
        public static Optional<Rounding> ofCode(String code) {
            return Stream.of(values())
                    .filter(rounding -> rounding.code().equals(code))
                    .findFirst();
        }
    }
}
