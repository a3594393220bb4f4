package io.storehouse.shop.problems;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The one place where failures become problem documents. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler(ShopException.class)
    ResponseEntity<ProblemDetail> named(ShopException failure, HttpServletRequest request) {
        ProblemDetail problem = Problems.of(failure, request.getRequestURI());
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (failure.fields().get(ShopException.RETRY_AFTER) instanceof Number seconds) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return answer.body(problem);
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<ProblemDetail> denied(HttpServletRequest request) {
        return answer(Problems.of(CommonError.FORBIDDEN, "This caller may not do this", request.getRequestURI()));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<ProblemDetail> databaseAway(Exception failure, HttpServletRequest request) {
        LOG.warn("The database is away: {}", failure.getMessage());
        return answer(Problems.of(
                CommonError.DATABASE_AWAY, "The database does not answer; try again", request.getRequestURI()));
    }

    @ExceptionHandler(RedisConnectionFailureException.class)
    ResponseEntity<ProblemDetail> redisAway(HttpServletRequest request) {
        return answer(Problems.of(
                CommonError.REDIS_AWAY, "The live view does not answer; try again", request.getRequestURI()));
    }

    @ExceptionHandler(DataAccessException.class)
    ResponseEntity<ProblemDetail> dataAccess(DataAccessException failure, HttpServletRequest request) {
        if (Problems.isConnectionLost(failure)) {
            return databaseAway(failure, request);
        }
        if (Problems.isUnfitValue(failure)) {
            LOG.warn("{} {}: a value does not fit", request.getMethod(), request.getRequestURI());
            return answer(Problems.of(
                    CommonError.DOES_NOT_FIT, "A value is too long, too large or too late", request.getRequestURI()));
        }
        return defect(failure, request);
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> defect(Exception failure, HttpServletRequest request) {
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return answer(Problems.of(CommonError.INTERNAL, "The shop has a defect", request.getRequestURI()));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = failure.getMostSpecificCause();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ShopException named) {
                return object(Problems.of(named, path(request)));
            }
        }
        String detail = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return object(Problems.of(CommonError.UNREADABLE, "Invalid body: " + detail, path(request)));
    }

    /** What the framework refuses (unknown path, wrong method, failed validation) in the same form. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = failure instanceof ErrorResponse response
                ? String.valueOf(response.getBody().getDetail())
                : String.valueOf(failure.getMessage());
        HttpStatus known = HttpStatus.valueOf(status.value());
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail + Problems.violations(failure));
        String code = known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        problem.setType(URI.create(Problems.TYPE + code));
        problem.setTitle(known.getReasonPhrase());
        problem.setInstance(Problems.uri(path(request)));
        problem.setProperties(Map.of("code", code));
        return object(problem);
    }

    private static String path(WebRequest request) {
        return request.getDescription(false).replaceFirst("^uri=", "");
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> object(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
