package io.storehouse.shop.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.RealEngines;
import io.storehouse.shop.ShopHttp;
import io.storehouse.shop.ShopTest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ShopTest
class AccessIT {
    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void answersNobodyWhoIsNotKnown() {
        ShopHttp nobody = new ShopHttp(port, null);
        ShopHttp stranger = new ShopHttp(port, "a-token-that-nobody-has");
        int swept = 0;
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String pattern : mapping.getPatternValues()) {
                if (!pattern.startsWith("/api/") && !pattern.startsWith("/v3/")) {
                    continue;
                }
                String path = pattern.replaceAll("\\{[^}]+}", "x");
                Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    if (path.equals("/api/v1/session") && method == RequestMethod.POST) {
                        continue;
                    }
                    assertRefused(stranger.send(method.name(), path, Map.of()), 401, method + " " + path);
                    assertRefused(nobody.send(method.name(), path, Map.of()), 401, method + " " + path);
                    swept++;
                }
            }
        }
        assertThat(swept).isGreaterThan(25);
        assertThat(nobody.get("/actuator/env").status()).isEqualTo(401);
        assertThat(nobody.get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void bindsATillToItsStore() {
        ShopHttp service = new ShopHttp(port, RealEngines.SERVICE_TOKEN);
        String own = "Own " + UUID.randomUUID();
        String other = "Other " + UUID.randomUUID();
        service.store(own);
        service.store(other);
        service.put("/api/v1/products/POST", Map.of("name", "Postage", "goods", false));
        ShopHttp.Answer issued = service.post("/api/v1/tills", Map.of("store", own, "code", "T7"));
        ShopHttp till = new ShopHttp(port, issued.body().path("token").asString());
        List<Map<String, Object>> lines = List.of(ShopHttp.line("POST", "1", "1"));

        assertThat(issued.status()).isEqualTo(201);
        assertThat(till.post("/api/v1/orders", ShopHttp.order(own, lines, "1")).status())
                .isEqualTo(201);
        ShopHttp.Answer refused = till.post("/api/v1/orders", ShopHttp.order(other, lines, "1"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("forbidden");
        assertThat(till.get("/api/v1/orders?store=" + ShopHttp.encode(other)).status())
                .isEqualTo(403);
        assertThat(till.post("/api/v1/stock/receipts", Map.of()).status()).isEqualTo(403);
        assertThat(till.post("/api/v1/tills", Map.of("store", own, "code", "T8"))
                        .status())
                .isEqualTo(403);
        assertThat(till.get("/api/v1/live").status()).isEqualTo(403);

        service.post("/api/v1/tills", Map.of("store", own, "code", "T7"));
        assertThat(till.get("/api/v1/stores").status()).isEqualTo(401);
    }

    @Test
    void needsTheCsrfTokenOfASession() {
        ShopHttp browser = new ShopHttp(port, null);
        HttpResponse<String> login = browser.send(
                        "POST", "/api/v1/session", Map.of("username", "owner", "password", RealEngines.OWNER_PASSWORD))
                .raw();
        Map<String, String> cookies = cookies(login);
        String cookie = cookies.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        Map<String, Object> body = Map.of("name", "n", "timeZone", "Europe/London", "currency", "GBP");

        assertThat(login.statusCode()).isEqualTo(204);
        assertThat(cookies).containsKeys("STOREHOUSE-SESSION", "XSRF-TOKEN");
        assertThat(browser.send("GET", "/api/v1/session", null, "Cookie", cookie)
                        .body()
                        .path("username")
                        .asString())
                .isEqualTo("owner");
        assertThat(browser.send("PUT", "/api/v1/stores/csrf", body, "Cookie", cookie)
                        .status())
                .isEqualTo(403);
        assertThat(browser.send(
                                "PUT",
                                "/api/v1/stores/csrf",
                                body,
                                "Cookie",
                                cookie,
                                "X-XSRF-TOKEN",
                                String.valueOf(cookies.get("XSRF-TOKEN")))
                        .status())
                .isEqualTo(200);
        assertThat(browser.send(
                                "DELETE",
                                "/api/v1/session",
                                null,
                                "Cookie",
                                cookie,
                                "X-XSRF-TOKEN",
                                String.valueOf(cookies.get("XSRF-TOKEN")))
                        .status())
                .isEqualTo(204);
        assertThat(browser.send("GET", "/api/v1/session", null, "Cookie", cookie)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void refusesAWrongPassword() {
        ShopHttp.Answer answer =
                new ShopHttp(port, null).post("/api/v1/session", Map.of("username", "owner", "password", "wrong"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("wrong-credentials");
    }

    private static void assertRefused(ShopHttp.Answer answer, int status, String what) {
        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse(""))
                .as(what)
                .startsWith("application/problem+json");
    }

    private static Map<String, String> cookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(header -> header.split(";", 2)[0].split("=", 2))
                .filter(pair -> !pair[1].isEmpty())
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> second));
    }
}
