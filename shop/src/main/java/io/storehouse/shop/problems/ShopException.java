package io.storehouse.shop.problems;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure that a feature names; HTTP shows it as a problem document. */
public final class ShopException extends RuntimeException {
    /** The field that says after how many seconds to try again; HTTP also sends it as {@code Retry-After}. */
    public static final String RETRY_AFTER = "retryAfterSeconds";

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Map<String, Object> fields;

    /** A failure with its message. */
    public ShopException(ErrorCode code, String message) {
        this(code, message, Map.of(), null);
    }

    /** A failure with fields for programs, such as {@code skus}. */
    public ShopException(ErrorCode code, String message, Map<String, Object> fields) {
        this(code, message, fields, null);
    }

    /** A failure with fields and what caused it. */
    public ShopException(ErrorCode code, String message, Map<String, Object> fields, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.fields = Map.copyOf(fields);
    }

    /** What kind of failure it is. */
    public ErrorCode code() {
        return code;
    }

    /** What programs need to know of it. */
    public Map<String, Object> fields() {
        return fields;
    }
}
