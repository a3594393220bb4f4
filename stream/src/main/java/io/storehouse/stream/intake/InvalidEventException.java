package io.storehouse.stream.intake;

/** Says that a record is not an event which its topic may carry. */
public final class InvalidEventException extends Exception {
    private static final long serialVersionUID = 1L;

    private final DeadLetter.Code code;

    /** A message for people, beginning with {@code Invalid} or {@code Unknown}. */
    public InvalidEventException(DeadLetter.Code code, String message) {
        super(message);
        this.code = code;
    }

    /** The reason for programs. */
    public DeadLetter.Code code() {
        return code;
    }

    /** The letter that carries the original. */
    public DeadLetter letter(LogRecord original) {
        return new DeadLetter(code, String.valueOf(getMessage()), original);
    }
}
