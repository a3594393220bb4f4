package io.storehouse.shop.problems;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.util.UriUtils;

/** Makes problem documents. */
public final class Problems {
    static final String TYPE = "urn:storehouse:problem:";

    private static final String CONNECTION_LOST = "08";
    /** MariaDB: out of range, wrong value, too long, no such date. */
    private static final Set<Integer> UNFIT = Set.of(1264, 1292, 1406, 1525);

    private Problems() {}

    /** The problem of a failure without fields. */
    public static ProblemDetail of(ErrorCode code, String detail, String path) {
        return of(new ShopException(code, detail), path);
    }

    static ProblemDetail of(ShopException failure, String path) {
        ErrorCode code = failure.code();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(code.kind()), failure.getMessage());
        problem.setType(URI.create(TYPE + code.code()));
        problem.setTitle(code.title());
        problem.setInstance(uri(path));
        Map<String, Object> fields = new HashMap<>(failure.fields());
        fields.put("code", code.code());
        problem.setProperties(fields);
        return problem;
    }

    static URI uri(String path) {
        return URI.create(path.contains("%") ? path : UriUtils.encodePath(path, StandardCharsets.UTF_8));
    }

    static String violations(Exception failure) {
        if (failure instanceof MethodArgumentNotValidException invalid) {
            return invalid.getFieldErrors().stream()
                    .map(error -> error.getField() + " " + error.getDefaultMessage())
                    .sorted()
                    .collect(Collectors.joining(", ", ": ", ""));
        }
        return "";
    }

    /** Whether the database refused a value that is out of its column's range: no defect, but what somebody sent. */
    public static boolean isUnfitValue(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNFIT.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    static boolean isConnectionLost(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(CONNECTION_LOST)) {
                return true;
            }
        }
        return false;
    }

    private static HttpStatus status(ErrorCode.Kind kind) {
        return switch (kind) {
            case USER -> HttpStatus.BAD_REQUEST;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case LIMIT -> HttpStatus.TOO_MANY_REQUESTS;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case EXTERNAL -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
