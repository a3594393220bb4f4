package io.storehouse.shop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A file of products over HTTP, beside the same rows inserted into a bare table; run by {@code bench/product-import}. */
@ShopTest
class ProductImportBench {
    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final boolean XLSX = Boolean.getBoolean("bench.xlsx");
    private static final int BATCH = 1_000;
    private static final String HEAD = "sku,name,price,category,brand,unit,barcode";

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @TempDir
    private Path directory;

    @Test
    void importsProducts() throws Exception {
        ShopHttp shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        for (int i = 0; i < 50; i++) {
            shop.put("/api/v1/categories/BENCH" + i, java.util.Map.of("name", "Category " + i));
        }
        Path file = XLSX ? workbook() : csv();
        double bare = seconds(this::insertBare);
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        double took = seconds(() -> {
            JsonNode report = shop.upload(
                            "/api/v1/transfers/products?id=" + UUID.randomUUID(),
                            HttpRequest.BodyPublishers.ofFile(file))
                    .body();
            assertThat(report.path("added").asInt()).as(report.toString()).isEqualTo(ROWS);
        });
        long heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf(
                "%,d products in %.1f s: %,.0f rows/s; bare table %.1f s, ratio %.1f; heap at most %d MB of %d%n",
                ROWS,
                took,
                ROWS / took,
                bare,
                took / bare,
                heap >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private Path csv() throws IOException {
        Path file = directory.resolve("products.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEAD + "\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(row(i));
            }
        }
        return file;
    }

    private Path workbook() throws IOException {
        Path file = directory.resolve("products.xlsx");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            for (int i = 0; i <= ROWS; i++) {
                String[] cells = (i == 0 ? HEAD : row(i - 1).strip()).split(",");
                for (int column = 0; column < cells.length; column++) {
                    sheet.inlineString(i, column, cells[column]);
                }
                if (i % BATCH == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }

    private static String row(int i) {
        return "BENCH-" + i + ",Product number " + i + " of the measurement," + i % 1_000 + ".50,BENCH" + i % 50
                + ",Brand " + i % 300 + ",PIECE,B" + (1_000_000_000L + i * 7919L % 1_000_000_007L) + "\n";
    }

    private void insertBare() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement table = connection.createStatement()) {
            table.execute("""
                    create table bare_product (
                        sku varchar(64) not null primary key, name varchar(255), price decimal(19, 4),
                        category varchar(32), brand varchar(128), unit varchar(16), barcode varchar(64))
                    character set utf8mb4 collate utf8mb4_bin
                    """);
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into bare_product values (?, ?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < ROWS; i++) {
                    String[] cells = row(i).strip().split(",");
                    for (int cell = 0; cell < cells.length; cell++) {
                        insert.setString(cell + 1, cells[cell]);
                    }
                    insert.addBatch();
                    if (i % BATCH == BATCH - 1) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
            connection.setAutoCommit(true);
            table.execute("drop table bare_product");
        }
    }

    /** Work to be timed. */
    private interface Work {
        void run() throws SQLException, IOException;
    }

    private static double seconds(Work work) throws SQLException, IOException {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
