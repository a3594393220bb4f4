package io.storehouse.shop.problems;

/** What can go wrong anywhere. */
public enum CommonError implements ErrorCode {
    /** The body is not the JSON that is expected. */
    UNREADABLE(Kind.USER, "The request cannot be read"),
    /** A value is longer, larger or later than its column holds. */
    DOES_NOT_FIT(Kind.INVALID, "A value does not fit"),
    /** The body is longer than any sensible document. */
    BODY_TOO_LARGE(Kind.TOO_LARGE, "The request's body is too long"),
    /** Nobody is logged in, and no token is known. */
    UNAUTHENTICATED(Kind.UNAUTHENTICATED, "Log in, or send a token"),
    /** The caller is known and may not. */
    FORBIDDEN(Kind.FORBIDDEN, "This is not allowed"),
    /** MariaDB does not answer. */
    DATABASE_AWAY(Kind.EXTERNAL, "The database is away"),
    /** Redis does not answer. */
    REDIS_AWAY(Kind.EXTERNAL, "The live view is away"),
    /** A defect. */
    INTERNAL(Kind.INTERNAL, "Internal error");

    private final Kind kind;
    private final String title;

    CommonError(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
