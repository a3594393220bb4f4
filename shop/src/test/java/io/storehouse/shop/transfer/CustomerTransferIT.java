package io.storehouse.shop.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class CustomerTransferIT {
    private static final String PATH = "/api/v1/transfers/customers?id=";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String prefix;
    private long phones;

    @BeforeEach
    void nameCustomers() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        prefix = "T" + UUID.randomUUID();
        phones = 13_800_000_000L + ThreadLocalRandom.current().nextInt(90_000_000);
    }

    @Test
    void takesRowsAndSaysWhatIsWrongWithOthers() {
        String csv = "\ufeffCode,Name,Phone,Email,Birthday\n"
                + prefix + "1,王小明,138 1234 0000,,1990-02-03\n".replace("138 1234 0000", Long.toString(phones))
                + prefix + "2,Ada,not a number,,\n"
                + ",Nobody,,,\n"
                + prefix + "3,\"=HYPERLINK(\"\"x\"\")\",,,\n"
                + prefix + "4,Twin," + phones + ",,\n"
                + prefix + "5,\"two\nlines\",,,\n"
                + prefix + "6,Bad,,,03.02.1990\n"
                + prefix + "7,王**,,,\n"
                + prefix + "8,,,,\n"
                + prefix + "9,\"broken,,,\n";
        UUID id = UUID.randomUUID();

        JsonNode report = shop.upload(PATH + id, csv).body();

        assertThat(report.path("state").asString()).isEqualTo("done");
        assertThat(report.path("rows").asInt()).isEqualTo(10);
        assertThat(report.path("added").asInt()).isEqualTo(2);
        assertThat(report.path("refused").asInt()).isEqualTo(8);
        List<String> problems = new ArrayList<>();
        shop.get("/api/v1/transfers/reports/" + id + "/problems")
                .body()
                .forEach(problem -> problems.add(problem.path("lineNo").asInt() + " "
                        + problem.path("column").asString("") + " "
                        + problem.path("code").asString()));
        assertThat(problems)
                .containsExactly(
                        "3  invalid-customer",
                        "4 code missing-value",
                        "5 name formula",
                        "6 phone phone-taken",
                        "7  invalid-customer",
                        "9 birthday invalid-date",
                        "10 name masked",
                        "12  malformed");
        assertThat(shop.get("/api/v1/customers/" + prefix + "1")
                        .body()
                        .path("personalData")
                        .path("phone")
                        .asString())
                .isEqualTo("+86" + phones);
        assertThat(shop.get("/api/v1/customers/" + prefix + "4").status()).isEqualTo(404);
    }

    @Test
    void takesTheSameRowsOnce() {
        String csv = rows(1_200);
        UUID id = UUID.randomUUID();

        JsonNode first = shop.upload(PATH + id, csv).body();
        ShopHttp.Answer again = shop.upload(PATH + id, csv);
        JsonNode other = shop.upload(PATH + UUID.randomUUID(), csv).body();

        assertThat(first.path("added").asInt()).isEqualTo(1_200);
        assertThat(again.body().path("added").asInt()).isEqualTo(1_200);
        assertThat(again.raw().headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(other.path("unchanged").asInt()).isEqualTo(1_200);
        assertThat(shop.upload(PATH + id, csv + prefix + "more,,\n").code()).isEqualTo("transfer-conflict");
        assertThat(jdbc.sql("select count(*) from outbox where event_key like :prefix")
                        .param("prefix", prefix + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1_200);
    }

    @Test
    void changesNothingInADryRun() {
        String csv = rows(700) + prefix + "x,Twin," + phones + "\n";

        JsonNode report =
                shop.upload(PATH + UUID.randomUUID() + "&mode=dry_run", csv).body();

        assertThat(report.path("added").asInt())
                .isEqualTo(701 - report.path("refused").asInt());
        assertThat(known()).isZero();
        assertThat(jdbc.sql("select count(*) from outbox where event_key like :prefix")
                        .param("prefix", prefix + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void goesOnWhereManySendTheSameFileAtOnce() {
        String csv = rows(600);
        List<Callable<ShopHttp.Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(() -> shop.upload(PATH + UUID.randomUUID(), csv));
        }

        List<ShopHttp.Answer> answers = AtOnce.run(clients);

        assertThat(answers).extracting(ShopHttp.Answer::status).containsOnly(201);
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.body().path("refused").asInt()).isZero());
        assertThat(answers.stream()
                        .mapToInt(answer -> answer.body().path("added").asInt())
                        .sum())
                .isEqualTo(600);
        assertThat(known()).isEqualTo(600);
    }

    @Test
    void refusesAFileOfOtherColumns() {
        UUID id = UUID.randomUUID();

        ShopHttp.Answer misspelt = shop.upload(PATH + id, "code,phnoe\n" + prefix + ",1\n");

        assertThat(misspelt.status()).isEqualTo(422);
        assertThat(misspelt.code()).isEqualTo("unreadable-file");
        assertThat(shop.upload(PATH + id, "").code()).isEqualTo("unreadable-file");
        assertThat(shop.upload(PATH + id, "PK nonsense").code()).isEqualTo("unreadable-file");
        assertThat(shop.upload(PATH + id, "code\n" + prefix + "\n").status()).isEqualTo(201);
    }

    @Test
    void readsAWorkbook() {
        byte[] workbook = workbook(
                List.of("code", "name", "birthday"),
                List.of(prefix + "1", "Ada", "=32907"),
                List.of(prefix + "2", "Bob", ""));
        UUID id = UUID.randomUUID();

        ShopHttp.Answer answer = shop.upload(PATH + id, HttpRequest.BodyPublishers.ofByteArray(workbook));

        assertThat(answer.body().path("added").asInt()).as(answer.raw().body()).isEqualTo(2);
        assertThat(shop.get("/api/v1/customers/" + prefix + "1")
                        .body()
                        .path("personalData")
                        .path("birthday")
                        .asString())
                .isEqualTo("1990-02-03");
    }

    @Test
    void readsAWorkbookAsSpreadsheetsWriteIt() {
        String texts = "<sst><si><t>code</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh><t>x</t></rPh></si></sst>";
        String sheet = """
                <worksheet><dimension ref="A1:ZZ9"/><sheetData>
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="str"><v>birthday</v></c></row>
                <row r="2"/>
                <row><c t="inlineStr"><is><t><![CDATA[%s]]>1</t></is></c><c/><c><f>1+1</f><v>2.5E1</v></c>
                <c t="d"><v>1990-02-03</v></c><c r="XFD3"><v>9</v></c></row>
                <row r="7"><c r="A7" t="str"><v>%s2</v></c><c r="C7"><v>1E999999999</v></c><c r="D7" t="e"><v>#N/A</v></c></row>
                <row r="8"><c r="A8" t="str"><v>%s3</v></c></row>
                <row r="9"><c r="A9" t="str"><v>%s4</v></c><c r="C9" t="str"><v>Ada</v></c></row>
                </sheetData></worksheet>""".formatted(prefix, prefix, prefix, prefix);

        ShopHttp.Answer answer = upload(workbook("\ufeff" + sheet, texts));

        assertThat(answer.body().path("added").asInt()).as(answer.raw().body()).isEqualTo(4);
        JsonNode first = shop.get("/api/v1/customers/" + prefix + "1").body().path("personalData");
        assertThat(first.path("name").asString()).isEqualTo("25");
        assertThat(first.path("birthday").asString()).isEqualTo("1990-02-03");
        JsonNode second = shop.get("/api/v1/customers/" + prefix + "2").body().path("personalData");
        assertThat(second.path("name").asString()).as("is not written out").isEqualTo("1E999999999");
        JsonNode fourth = shop.get("/api/v1/customers/" + prefix + "4").body().path("personalData");
        assertThat(fourth.path("name").asString()).as("after a shorter row").isEqualTo("Ada");
    }

    @Test
    void refusesWorkbooksThatAreNoneAndThoseThatGrow() {
        String code = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>code</v></c></row>";
        Map<String, String> rows = Map.of(
                "a column far away", "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>",
                "a column after the last", "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>",
                "a row twice", "<row r=\"2\"><c><v>?</v></c></row>".repeat(2),
                "an unknown type", "<row r=\"2\"><c t=\"x\"><v>1</v></c></row>",
                "a row without a number", "<row r=\"x\"><c><v>1</v></c></row>",
                "a text that is not there", "<row r=\"2\"><c t=\"s\"><v>7</v></c></row>",
                "deep elements", "<row r=\"2\">" + "<c>".repeat(100_000),
                "a long attribute", "<row r=\"2\"><c r=\"" + ">".repeat(2_000_000) + "\"/></row>",
                "a long text",
                        "<row r=\"2\"><c t=\"str\"><v>" + "<![CDATA[<<<<<<<<]]>".repeat(10_000) + "</v></c></row>",
                "an end that comes too early", "<row r=\"2\"><c><v>1");

        rows.forEach((what, row) -> {
            String sheet = "<worksheet><sheetData>" + code + row + "</sheetData></worksheet>";
            ShopHttp.Answer answer = upload(workbook(sheet, "<sst/>"));
            assertThat(answer.status()).as(what).isEqualTo(422);
            assertThat(answer.code()).as(what).isEqualTo("unreadable-file");
        });
        byte[] growing = workbook(
                "<worksheet><sheetData>" + code + "</sheetData></worksheet>",
                "<sst>" + ("<si><t>" + "x".repeat(60_000) + "</t></si>").repeat(600) + "</sst>");
        assertThat(growing).hasSizeLessThan(200_000);
        assertThat(upload(growing).code()).isEqualTo("file-too-large");
    }

    private ShopHttp.Answer upload(byte[] workbook) {
        return shop.upload(PATH + UUID.randomUUID(), HttpRequest.BodyPublishers.ofByteArray(workbook));
    }

    @Test
    void givesEverybodyBackAsTheyCame() {
        shop.put("/api/v1/customers/" + prefix + "1", Map.of("name", "=1+1", "phone", "+86" + phones));
        shop.put("/api/v1/customers/" + prefix + "2", Map.of("email", prefix + "@x.example.com"));
        shop.post(
                "/api/v1/customers/" + prefix + "2/consents",
                Map.of(
                        "id", UUID.randomUUID(),
                        "purpose", "marketing_email",
                        "granted", true,
                        "source", "web",
                        "occurredAt", "2026-03-01T10:00:00Z"));

        String csv = shop.get("/api/v1/transfers/customers").raw().body();

        assertThat(csv).contains(prefix + "1,'=1+1,'+86" + phones + ",,,");
        String own = "code,name,phone,email,birthday,registered_at,consents\r\n"
                + csv.lines().filter(line -> line.startsWith(prefix)).reduce("", (all, line) -> all + line + "\r\n");
        assertThat(shop.upload(PATH + UUID.randomUUID(), own)
                        .body()
                        .path("unchanged")
                        .asInt())
                .isEqualTo(2);
        assertThat(shop.get("/api/v1/transfers/customers?consent=marketing_email")
                        .raw()
                        .body())
                .contains(prefix + "2")
                .doesNotContain(prefix + "1");
    }

    @Test
    void takesAFileOfAnyLengthWithoutKeepingIt() {
        int rows = 120_000;
        InputStream endless = new InputStream() {
            private byte[] line = "code\n".getBytes(StandardCharsets.UTF_8);
            private int at;
            private int next;

            @Override
            public int read() {
                if (at == line.length) {
                    if (next == rows) {
                        return -1;
                    }
                    line = (prefix + "-" + next++ % 1000 + "\n").getBytes(StandardCharsets.UTF_8);
                    at = 0;
                }
                return line[at++];
            }
        };

        JsonNode report = shop.upload(PATH + UUID.randomUUID(), HttpRequest.BodyPublishers.ofInputStream(() -> endless))
                .body();

        assertThat(report.path("rows").asInt()).isEqualTo(rows);
        assertThat(report.path("added").asInt()).isEqualTo(1000);
        assertThat(report.path("unchanged").asInt()).isEqualTo(rows - 1000);
    }

    private long known() {
        return jdbc.sql("select count(*) from customer where code like :prefix")
                .param("prefix", prefix + "%")
                .query(Long.class)
                .single();
    }

    private String rows(int count) {
        StringBuilder csv = new StringBuilder("code,name,phone\n");
        for (int i = 0; i < count; i++) {
            csv.append(prefix)
                    .append(i)
                    .append(",Name ")
                    .append(i)
                    .append(',')
                    .append(phones + i)
                    .append('\n');
        }
        return csv.toString();
    }

    /** A workbook of one sheet; a cell that begins with = is a number. */
    @SafeVarargs
    private static byte[] workbook(List<String>... rows) {
        StringBuilder sheet = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int r = 0; r < rows.length; r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows[r].size(); c++) {
                String cell = rows[r].get(c);
                String at = (char) ('A' + c) + Integer.toString(r + 1);
                sheet.append(
                        cell.startsWith("=")
                                ? "<c r=\"" + at + "\"><v>" + cell.substring(1) + "</v></c>"
                                : "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
            }
            sheet.append("</row>");
        }
        sheet.append("</sheetData></worksheet>");
        return workbook(sheet.toString(), "<sst/>");
    }

    /** A workbook whose shared texts stand in a part that is not called as usual. */
    private static byte[] workbook(String sheet, String texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    <Override PartName="/xl/texts.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                    </Types>""");
            put(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                    </Relationships>""");
            put(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>""");
            put(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                    <Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="/xl/texts.xml"/>
                    </Relationships>""");
            put(zip, "xl/texts.xml", texts);
            put(zip, "xl/worksheets/sheet1.xml", sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
