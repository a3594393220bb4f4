package io.storehouse.shop.audit;

import java.util.Locale;

/** A kind of sensitive act, implemented by one enum a feature. */
public interface AuditAct {
    /** The constant's name, at most 32 characters. */
    String name();

    /** Stable name for programs, for example {@code pin-set}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
