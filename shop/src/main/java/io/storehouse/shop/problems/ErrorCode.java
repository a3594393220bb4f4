package io.storehouse.shop.problems;

/** A kind of failure, implemented by one enum a feature. */
public interface ErrorCode {
    /** The constant's name. */
    String name();

    /** Whose fault it is. */
    Kind kind();

    /** One line for people, without details. */
    String title();

    /** Stable name for programs, for example {@code insufficient-stock}. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Who has to act on a failure. */
    enum Kind {
        /** The request cannot be understood or names what is not there. */
        USER,
        /** The request is refused by a rule of the domain. */
        INVALID,
        /** The caller is not known. */
        UNAUTHENTICATED,
        /** The caller may not do this. */
        FORBIDDEN,
        /** The thing asked for is not there. */
        MISSING,
        /** The state of the shop does not allow it. */
        CONFLICT,
        /** Too much at once. */
        LIMIT,
        /** The request's body is too long. */
        TOO_LARGE,
        /** Something the shop needs is away. */
        EXTERNAL,
        /** A defect. */
        INTERNAL
    }
}
