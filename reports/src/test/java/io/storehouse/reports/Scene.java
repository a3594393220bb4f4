package io.storehouse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.storehouse.contracts.LakeNames;
import io.storehouse.contracts.Settings;
import io.storehouse.reports.Retail.Line;
import io.storehouse.reports.lake.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small chain whose four stations agree, until a test tampers with one. */
final class Scene {
    static final String EIRE = "EIRE";
    static final String DAY = "2011-09-01";

    private Scene() {}

    static Retail retail() {
        return new Retail()
                .sale(
                        EIRE,
                        "2011-08-31",
                        "17850",
                        Line.of("22423", "2", "2.55"),
                        Line.of("POST", "1", "50").service())
                .sale(EIRE, DAY, "17850", Line.of("22423", "3", "0.001"))
                .sale(
                        "United Kingdom",
                        DAY,
                        null,
                        Line.of("84879", "10", "1.69").less("0.9"))
                .takeBack(EIRE, DAY, "12345", Line.of("22423", "1", "2.5"))
                .sale(EIRE, DAY, "17850", Line.of("84879", "7", "1.69"), Line.of("22423", "1", "2.55"))
                .sale("United Kingdom", DAY, null, Line.of("84879", "1", "1.69"))
                .adjust(EIRE, DAY, Line.of("22423", "-4", "0"))
                .reject(7, "ledger", "United Kingdom", "2011-08-12", "-11062.06")
                .open(EIRE, "Ireland")
                .list("22423", "Cakestand")
                .list("99999", "Unsold");
    }

    static Console console(Path directory, TestLake lake, FakeShop shop) throws IOException {
        return new Console(settings(directory, lake, shop));
    }

    static Path settings(Path directory, TestLake lake, FakeShop shop) throws IOException {
        Path token = Files.writeString(directory.resolve("token"), FakeShop.TOKEN + "\n");
        return lake.settingsFile(Map.of(Settings.SHOP_URL, shop.url(), Settings.SHOP_TOKEN_FILE, token.toString()));
    }

    static Map<String, String> consumed(TestLake lake) {
        return Map.of(LakeNames.CONSUMED_SNAPSHOT, Long.toString(lake.snapshot(LakeNames.ODS_EVENT)));
    }

    static JsonNode reconcile(Console console, int code, String timeout) throws IOException {
        Console.Result result = console.run("reconcile", "--json", "--timeout", timeout);
        assertThat(result.code()).as(result.err() + result.out()).isEqualTo(code);
        return new ObjectMapper().readTree(result.out());
    }

    /** Station, store, date and measure of each difference. */
    static List<String> keys(JsonNode verdict) {
        List<String> keys = new ArrayList<>();
        verdict.path("differences")
                .forEach(difference -> keys.add(String.join(
                        " ",
                        difference.path("station").asText(),
                        difference.path("store").asText(),
                        difference.path("businessDate").asText(),
                        difference.path("measure").asText())));
        return keys;
    }
}
