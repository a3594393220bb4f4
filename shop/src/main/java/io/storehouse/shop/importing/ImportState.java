package io.storehouse.shop.importing;

/** How far a job is. Each state is entered in the transaction that finishes the one before. */
enum ImportState {
    /** The file is read, its documents are compared with what is there. */
    STAGING,
    /** The stock that its documents need is opened. */
    OPENING,
    /** Its documents are posted. */
    POSTING,
    DONE,
    /** The file as a whole could not be imported. */
    FAILED;

    boolean finished() {
        return this == DONE || this == FAILED;
    }
}
