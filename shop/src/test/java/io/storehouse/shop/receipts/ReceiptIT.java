package io.storehouse.shop.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import io.storehouse.shop.Tills;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ShopTest
class ReceiptIT {
    @LocalServerPort
    private int port;

    private Tills tills;
    private ShopHttp till;
    private String order;
    private String takeback;

    @BeforeEach
    void sell() {
        tills = new Tills(port);
        tills.shop().put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        till = tills.till("T1");
        Map<String, Object> line = new LinkedHashMap<>(ShopHttp.line("POST", "2", "3.75"));
        line.put("discount", "0.5");
        line.put("name", "<b>Post & 邮费</b>");
        Map<String, Object> sale = ShopHttp.order(tills.store(), List.of(line), "0");
        sale.put("number", "A-17");
        sale.put("payments", List.of(Tills.cash("5", "10"), Tills.payment("card", "2")));
        assertThat(till.post("/api/v1/orders", sale).status()).isEqualTo(201);
        order = String.valueOf(sale.get("id"));
        Map<String, Object> back = tills.takeback(order, "POST", "1", "3.5");
        back.put("refunds", List.of(Tills.payment("cash", "3.50")));
        assertThat(till.post("/api/v1/returns", back).status()).isEqualTo(201);
        takeback = String.valueOf(back.get("id"));
    }

    @Test
    void tellsASaleAndItsReturn() {
        JsonNode sale = till.get("/api/v1/orders/" + order + "/receipt").body();
        JsonNode back = till.get("/api/v1/returns/" + takeback + "/receipt").body();

        assertThat(sale.path("number").asString()).isEqualTo("A-17");
        assertThat(sale.path("date").asString()).isEqualTo("2026-03-02 10:15");
        assertThat(sale.path("lines").path(0).path("amount").asString()).isEqualTo("7.00");
        assertThat(sale.path("discount").asString()).isEqualTo("0.50");
        assertThat(sale.path("payable").asString()).isEqualTo("7.00");
        assertThat(sale.path("change").asString()).isEqualTo("5.00");
        assertThat(sale.path("voided").asBoolean()).isFalse();
        assertThat(back.path("kind").asString()).isEqualTo("return");
        assertThat(back.path("orderNumber").asString()).isEqualTo("A-17");
        assertThat(back.path("tenders").path(0).path("amount").asString()).isEqualTo("3.50");
    }

    @Test
    void printsOnPaperAndScreen() {
        var page = till.get("/api/v1/orders/" + order + "/receipt?format=html&lang=zh-CN")
                .raw();
        var paper = till.get("/api/v1/returns/" + takeback + "/receipt?format=escpos")
                .raw();

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body()).contains("&lt;b&gt;Post &amp; 邮费&lt;/b&gt;", "优惠");
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(paper.body()).startsWith("\u001B@").contains("Refunded");
    }

    @Test
    void refusesWhatItDoesNotKnowAndOtherStores() {
        assertThat(till.get("/api/v1/orders/" + order + "/receipt?format=pdf").code())
                .isEqualTo("invalid-receipt-format");
        assertThat(till.get("/api/v1/orders/" + order + "/receipt?lang=tlh").code())
                .isEqualTo("invalid-receipt-format");
        assertThat(till.get("/api/v1/orders/" + UUID.randomUUID() + "/receipt").status())
                .isEqualTo(404);
        assertThat(till.get("/api/v1/returns/" + order + "/receipt").status()).isEqualTo(404);
        ShopHttp foreign = new Tills(port).till("T1");
        assertThat(foreign.get("/api/v1/orders/" + order + "/receipt").status()).isEqualTo(403);
        assertThat(foreign.get("/api/v1/returns/" + takeback + "/receipt").status())
                .isEqualTo(403);
    }
}
