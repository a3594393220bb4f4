package io.storehouse.launcher.running;

import io.storehouse.launcher.home.Ports;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where people and programs find a running installation. */
public final class Urls {
    private Urls() {}

    /** The addresses by their names, the most wanted first. */
    public static Map<String, String> of(Ports ports) {
        String shop = "http://127.0.0.1:" + ports.shop();
        Map<String, String> urls = new LinkedHashMap<>();
        urls.put("live", shop + "/");
        urls.put("api", shop + "/api/v1");
        urls.put("openapi", shop + "/v3/api-docs");
        urls.put("flink", "http://127.0.0.1:" + ports.flink() + "/");
        return urls;
    }
}
