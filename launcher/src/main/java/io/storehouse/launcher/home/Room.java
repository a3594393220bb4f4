package io.storehouse.launcher.home;

/** A module that runs as a process of its own: its folder, its jar and its main class. */
public enum Room {
    /** Kafka Connect with Debezium. */
    CONNECT("engines/connect", "connect", "io.storehouse.connect.ConnectMain"),
    /** The Flink jobs. */
    STREAM("stream", "stream", "io.storehouse.stream.StreamMain"),
    /** The store system. */
    SHOP("shop", "shop", "io.storehouse.shop.ShopApplication"),
    /** The Spark jobs. */
    WAREHOUSE("warehouse", "warehouse", "io.storehouse.warehouse.WarehouseMain"),
    /** Queries, reports, reconciliation. */
    REPORTS("reports", "reports", "io.storehouse.reports.ReportsMain"),
    /** What tills do. */
    TILLS("tills", "tills", "io.storehouse.tills.TillsMain"),
    /** This command. */
    LAUNCHER("launcher", "launcher", "io.storehouse.launcher.Launcher");

    private final String folder;
    private final String artifact;
    private final String mainClass;

    Room(String folder, String artifact, String mainClass) {
        this.folder = folder;
        this.artifact = artifact;
        this.mainClass = mainClass;
    }

    /** The module's folder in the source tree. */
    public String folder() {
        return folder;
    }

    /** The name of its jar, without the version. */
    public String artifact() {
        return artifact;
    }

    /** The class that is started. */
    public String mainClass() {
        return mainClass;
    }
}
