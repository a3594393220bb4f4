package io.storehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.reports.lake.TestLake;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Types;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryIT {
    private static final Schema SALES = new Schema(
            Types.NestedField.optional(1, "business_date", Types.DateType.get()),
            Types.NestedField.optional(2, "store", Types.StringType.get()),
            Types.NestedField.optional(3, "orders", Types.LongType.get()),
            Types.NestedField.optional(4, "net", Types.DecimalType.of(19, 4)),
            Types.NestedField.optional(5, "recorded_at", Types.TimestampType.withZone()));

    @TempDir
    private static Path directory;

    private static TestLake lake;
    private static Console console;

    @BeforeAll
    static void makeLake() {
        lake = TestLake.in(directory);
        lake.create("dws_sales", SALES, PartitionSpec.unpartitioned());
        lake.append(
                "dws_sales",
                List.of(
                        row("2011-09-29", "EIRE", 2L, "12345678901.0001"),
                        row("2011-09-30", "EIRE, \"west\"", 3L, "0.1000")));
        lake.append("dws_sales", List.of(Arrays.asList(LocalDate.parse("2011-09-30"), "杭州店", null, null, null)));
        lake.create("dws_empty", SALES, PartitionSpec.unpartitioned());
        console = new Console(lake.settingsFile(Map.of()));
    }

    @AfterAll
    static void close() {
        lake.close();
    }

    private static List<Object> row(String date, String store, long orders, String net) {
        return List.of(
                LocalDate.parse(date),
                store,
                orders,
                new BigDecimal(net),
                OffsetDateTime.parse("2011-09-30T08:26:01.123456Z"));
    }

    @Test
    void printsAnAlignedTableWithNullAsADash() {
        Console.Result result = console.run("query", "select store, orders, net from dws_sales order by store");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out().lines())
                .containsExactly(
                        "store         orders               net",
                        "────────────  ──────  ────────────────",
                        "EIRE               2  12345678901.0001",
                        "EIRE, \"west\"       3            0.1000",
                        "杭州店             —                 —",
                        "(3 rows)");
    }

    @Test
    void writesCsvThatKeepsNullApartFromText() {
        Console.Result result = console.run(
                "query", "select store, net, '' as e from dws_sales order by store desc", "--format", "csv");

        assertThat(result.out())
                .isEqualTo("store,net,e\r\n杭州店,,\"\"\r\n\"EIRE, \"\"west\"\"\",0.1000,\"\"\r\n"
                        + "EIRE,12345678901.0001,\"\"\r\n");
    }

    @Test
    void writesJsonWithExactDecimals() {
        Console.Result result = console.run(
                "query",
                "select store, orders, sum(net) as net, business_date, max(recorded_at) as at, sum(orders) as n"
                        + " from lake.retail.dws_sales where store like 'E%' group by all order by store limit 1",
                "--format",
                "json");

        assertThat(result.out())
                .isEqualToIgnoringWhitespace(
                        "[{\"store\":\"EIRE\",\"orders\":2,\"net\":\"12345678901.0001\",\"business_date\":\"2011-09-29\","
                                + "\"at\":\"2011-09-30T08:26:01.123456Z\",\"n\":2}]");
    }

    @Test
    void givesTypedColumnsOfATableWithoutRows() {
        Console.Result result = console.run("query", "describe dws_empty", "--format", "csv");

        assertThat(result.out()).contains("net,\"DECIMAL(19,4)\"").contains("recorded_at,TIMESTAMP WITH TIME ZONE");
        assertThat(console.run("query", "select sum(net) as net from retail.dws_empty")
                        .out())
                .contains("—");
    }

    @Test
    void readsFilesOlderThanAColumnOrItsName() {
        Table table = lake.create("dws_evolved", SALES, PartitionSpec.unpartitioned());
        lake.append("dws_evolved", List.of(row("2011-09-29", "EIRE", 2L, "1.0000")));
        table.refresh();
        table.updateSchema()
                .renameColumn("net", "net_sales")
                .addColumn("channel", Types.StringType.get())
                .commit();

        assertThat(console.run("query", "select net_sales, channel from dws_evolved", "--format", "csv")
                        .out())
                .isEqualTo("net_sales,channel\r\n1.0000,\r\n");
    }

    @Test
    void runsCommentsCtesAndExplain() {
        assertThat(console.run(
                                "query",
                                "-- why\nwith dws_sales as (select * from retail.dws_sales) select count(*) as n"
                                        + " from dws_sales, period where business_date between first_day and last_day",
                                "--format",
                                "csv")
                        .out())
                .isEqualTo("n\r\n3\r\n");
        assertThat(console.run("query", "explain select * from dws_sales").out())
                .containsIgnoringCase("parquet");
    }

    @Test
    void listsTables() {
        Console.Result result = console.run("query", "--tables", "--format", "csv");

        assertThat(result.out()).contains("dws_sales,DWS,3,2,").contains("dws_empty,DWS,0,0,,");
    }

    @Test
    void namesTablesNearAMisspeltOne() {
        Console.Result result = console.run("query", "select * from dws_sale");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("Cannot find table dws_sale; did you mean dws_sales?\n");
    }

    @Test
    void namesTheColumnThatIsMissing() {
        Console.Result result = console.run("query", "select gros from dws_sales");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("Cannot run the statement: ").contains("gros");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from read_csv('/etc/passwd')",
                "select * from read_text('/etc/passwd')",
                "select * from read_blob('/etc/passwd')",
                "select * from read_json_auto('/etc/passwd')",
                "select * from read_parquet('/tmp/*.parquet')",
                "select * from parquet_scan('/tmp/*.parquet')",
                "select * from parquet_metadata('/tmp/x.parquet')",
                "select * from glob('/*')",
                "select * from sniff_csv('/etc/passwd')",
                "select * from '/etc/passwd'",
                "select * from \"/etc/passwd\"",
                "with x as (select * from '/etc/hosts.csv') select * from x",
                "with \"/etc/hosts.csv\" as (select 1) select * from (select 2), '/etc/group.csv'",
                "select (select content from read_text('/etc/passwd'))",
                "select 1 where exists (select * from glob('/etc/*'))",
                "explain select * from read_csv('/etc/passwd')",
                "explain analyze copy (select 1) to '/tmp/reports-stolen.csv'",
                "/* x */ explain analyze -- y\n insert into dws_sales values (1)",
                "describe select * from read_csv('/etc/passwd')",
                "summarize select * from read_csv('/etc/passwd')",
                "copy dws_sales to '/tmp/reports-stolen.csv'",
                "copy (select 1) to '/tmp/reports-stolen.csv'",
                "export database '/tmp/reports-stolen'",
                "attach '/tmp/reports-stolen.db'",
                "detach lake",
                "install httpfs",
                "load httpfs",
                "pragma version",
                "pragma database_list",
                "call pragma_version()",
                "select * from pragma_version()",
                "set threads = 1",
                "set variable a = 1",
                "reset threads",
                "use memory",
                "checkpoint",
                "create table t (a int)",
                "create macro f() as 1",
                "create view v as select 1",
                "create secret s (type s3)",
                "insert into dws_sales values (1)",
                "update dws_sales set net = 0",
                "delete from dws_sales",
                "drop view dws_sales",
                "begin transaction",
                "prepare p as select 1",
                "select 1; select 2",
                "select 1; drop view dws_sales",
                "explain select 1; drop view dws_sales",
                "select * from duckdb_secrets()",
                "select * from duckdb_settings()",
                "select * from duckdb_views()",
                "select * from duckdb_external_file_cache()",
                "select * from information_schema.tables",
                "select * from pg_catalog.pg_class",
                "select * from memory.main.dws_sales",
                "select * from query('select 1')",
                "select * from query_table('dws_sales')",
                "select * from json_execute_serialized_sql('{}')",
                "select getenv('HOME')",
                "select current_setting('temp_directory')",
                "select getvariable('x')",
                "select pg_get_viewdef(1)",
                "select write_log('x')",
                "select sum(n) filter (where getenv('HOME') = '') from (select 1 as n)",
                "select * from dws_sales at (version => 1)",
                "show databases",
                "show tables",
                "describe",
                "selec 1",
                ";",
                " "
            })
    void refusesAllButOneSelectOverTheLake(String sql) {
        Console.Result result = console.run("query", sql);

        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("Cannot ").doesNotContain("root:");
        assertThat(Path.of("/tmp/reports-stolen.csv")).doesNotExist();
    }

    @Test
    void refusesTablesWithDeleteFiles() throws Exception {
        Table table = lake.create("dws_deleted", SALES, PartitionSpec.unpartitioned());
        lake.append("dws_deleted", List.of(row("2011-09-29", "EIRE", 2L, "1.0000")));
        table.refresh();
        Path file = Files.writeString(directory.resolve("deletes.parquet"), "x");
        table.newRowDelta()
                .addDeletes(FileMetadata.deleteFileBuilder(table.spec())
                        .ofPositionDeletes()
                        .withPath(file.toUri().toString())
                        .withFormat(org.apache.iceberg.FileFormat.PARQUET)
                        .withFileSizeInBytes(1)
                        .withRecordCount(1)
                        .build())
                .commit();

        Console.Result result = console.run("query", "select * from dws_deleted");

        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("dws_deleted").contains("delete files");
    }

    @Test
    void saysHowToGetALakeWhenThereIsNone(@TempDir Path other) throws Exception {
        Path config = Files.writeString(
                other.resolve("down.properties"),
                "lake.catalog-uri=jdbc:mariadb://127.0.0.1:1/iceberg\nlake.catalog-user=lake\nlake.catalog-password=x\n");

        Console.Result down = new Console(config).run("query", "select * from dws_sales");

        assertThat(down.code()).isEqualTo(4);
        assertThat(down.err()).contains("MariaDB").contains("storehouse status");
    }
}
