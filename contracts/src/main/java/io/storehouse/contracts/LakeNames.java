package io.storehouse.contracts;

/** Names in the lake: the Iceberg catalog, its namespace, and what its snapshots say of themselves. */
public final class LakeNames {
    /** The catalog's name; JDBC catalogs keep it in every row, so all engines must use the same. */
    public static final String CATALOG = "lake";
    /** The namespace of all tables. */
    public static final String NAMESPACE = "retail";
    /** The verbatim archive of all archived topics. */
    public static final String ODS_EVENT = "ods_event";
    /** Snapshot property of every warehouse table: the {@link #ODS_EVENT} snapshot it is computed from. */
    public static final String CONSUMED_SNAPSHOT = "storehouse.ods-snapshot-id";

    private LakeNames() {}
}
