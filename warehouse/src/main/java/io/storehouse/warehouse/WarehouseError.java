package io.storehouse.warehouse;

/** Why a run ended without a result. */
enum WarehouseError {
    /** The command line or the settings are wrong. */
    INVALID_USAGE(Kind.USER),
    /** Another run holds the warehouse. */
    ALREADY_RUNNING(Kind.CONFLICT),
    /** A table has other columns than its model. */
    OUTDATED_TABLE(Kind.CONFLICT),
    /** Somebody else wrote a table during the run. */
    CHANGED_BY_OTHERS(Kind.CONFLICT),
    /** The catalog's database does not answer. */
    CATALOG_UNREACHABLE(Kind.EXTERNAL),
    /** A model or contract in the jar cannot be read. */
    BROKEN_MODEL(Kind.INTERNAL);

    /** Who can do something about it. */
    enum Kind {
        USER,
        CONFLICT,
        EXTERNAL,
        INTERNAL
    }

    private final Kind kind;

    WarehouseError(Kind kind) {
        this.kind = kind;
    }

    /** The process's exit code: 2 for wrong usage, else 1. */
    int exitCode() {
        return kind == Kind.USER ? 2 : 1;
    }
}
