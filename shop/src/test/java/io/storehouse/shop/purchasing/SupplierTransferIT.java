package io.storehouse.shop.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.AtOnce;
import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ShopTest
class SupplierTransferIT {
    private static final String PATH = "/api/v1/transfers/suppliers?id=";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private ShopHttp shop;
    private String prefix;

    @BeforeEach
    void name() {
        shop = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        prefix = "S" + UUID.randomUUID().toString().substring(0, 12).toUpperCase(Locale.ROOT);
    }

    @Test
    void makesAndChangesSuppliersAndNothingTwice() {
        String csv =
                "供应商编码,名称,交货天数,付款条件\n" + prefix.toLowerCase(Locale.ROOT) + "1,茶厂,7,30 days\n" + prefix + "2,Mill,,\n";

        assertThat(upload(csv).path("added").asInt()).isEqualTo(2);
        assertThat(upload(csv).path("unchanged").asInt()).isEqualTo(2);
        assertThat(upload("code,terms\n" + prefix + "1,-\n").path("changed").asInt())
                .isEqualTo(1);
        JsonNode supplier = shop.get("/api/v1/suppliers/" + prefix + "1").body();
        assertThat(supplier.path("name").asString()).isEqualTo("茶厂");
        assertThat(supplier.path("leadTimeDays").asInt()).isEqualTo(7);
        assertThat(supplier.path("terms").asString()).isEmpty();
        assertThat(events()).isEqualTo(3);
    }

    @Test
    void refusesWhatBreaksARule() {
        JsonNode report = upload("code,name,lead_time_days\n" + prefix + "1,,\n" + prefix + "2,Mill,400\n" + prefix
                + "3,Mill,1.5\nno such code!,Mill,1\n" + prefix + "4,Mill,1\n");

        assertThat(report.path("refused").asInt()).isEqualTo(4);
        assertThat(report.path("added").asInt()).isEqualTo(1);
    }

    @Test
    void makesEachOnceWhereManySendTheFileAtOnce() {
        String csv = IntStream.range(0, 700)
                .mapToObj(i -> prefix + i + ",Mill " + i + "\n")
                .collect(Collectors.joining("", "code,name\n", ""));

        List<JsonNode> reports =
                AtOnce.run(List.<Callable<JsonNode>>of(() -> upload(csv), () -> upload(csv), () -> upload(csv)));

        assertThat(reports.stream()
                        .mapToInt(report -> report.path("refused").asInt())
                        .sum())
                .isZero();
        assertThat(events()).isEqualTo(700);
    }

    private JsonNode upload(String csv) {
        return shop.upload(PATH + UUID.randomUUID(), csv).body();
    }

    private int events() {
        return jdbc.sql("select count(*) from outbox where event_key like :prefix")
                .param("prefix", prefix + "%")
                .query(Integer.class)
                .single();
    }
}
