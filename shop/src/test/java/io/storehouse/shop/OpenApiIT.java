package io.storehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The checked-in description of the API; {@code -Dopenapi.write=true} writes it anew. */
@ShopTest
class OpenApiIT {
    private static final Path FILE = Path.of("..", "docs", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    private int port;

    @Test
    void isWhatIsServed() throws IOException {
        JsonNode served = new ShopHttp(port, RealEngines.SERVICE_TOKEN)
                .get("/v3/api-docs")
                .body();
        ((ObjectNode) served).remove("servers");
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(FILE, JSON.writeValueAsString(served) + "\n");
        }

        assertThat(JSON.readTree(Files.readString(FILE))).isEqualTo(served);
    }
}
