package io.storehouse.warehouse;

/** Ends a run with a {@link WarehouseError}; its message is for the person at the terminal. */
final class WarehouseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final WarehouseError error;

    WarehouseException(WarehouseError error, String message) {
        super(message);
        this.error = error;
    }

    WarehouseException(WarehouseError error, String message, Throwable cause) {
        super(message, cause);
        this.error = error;
    }

    WarehouseError error() {
        return error;
    }
}
