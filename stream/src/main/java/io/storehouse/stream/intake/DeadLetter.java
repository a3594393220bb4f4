package io.storehouse.stream.intake;

/**
 * A record that could not be folded, with the reason and the original.
 *
 * @param reason for people
 */
public record DeadLetter(Code code, String reason, LogRecord original) {

    /** Why a record could not be folded; all of them are the sender's fault. */
    public enum Code {
        MISSING_POSITION,
        INVALID_POSITION,
        MALFORMED_EVENT,
        UNKNOWN_TYPE,
        MISROUTED_TYPE,
        INVALID_PAYLOAD
    }
}
