package io.storehouse.shop.live;

import io.storehouse.contracts.LiveKeys;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class MetricResource {
    private final Definitions definitions;

    MetricResource(JsonMapper json) throws IOException {
        try (InputStream file = new ClassPathResource("metrics.json", LiveKeys.class).getInputStream()) {
            definitions = json.readValue(file, Definitions.class);
        }
    }

    /** The definitions that all stations share, as they are in the contracts. */
    @GetMapping("/api/v1/metrics")
    Definitions definitions() {
        return definitions;
    }

    record Definitions(List<Definition> metrics) {}

    record Definition(String name, String en, String zh, Text formula, Text note, String grain) {}

    record Text(String en, String zh) {}
}
