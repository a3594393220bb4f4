package io.storehouse.formats;

import java.io.IOException;

/** The file as a whole is not of its format: no header, columns missing, a broken archive. Broken rows never throw. */
public final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The message says what was expected. */
    public UnreadableFileException(String message) {
        super(message);
    }
}
