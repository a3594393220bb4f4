package io.storehouse.shop.documents;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How HTTP answers a command that is recorded once. */
public final class Answers {
    /** Response header of an answer that was given before. */
    public static final String REPLAY = "Idempotent-Replay";

    private Answers() {}

    /** 201 with the body, first or again; {@link #REPLAY} tells which. */
    public static <T> ResponseEntity<T> created(T body, boolean replayed) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.CREATED);
        if (replayed) {
            answer.header(REPLAY, "true");
        }
        return answer.body(body);
    }
}
