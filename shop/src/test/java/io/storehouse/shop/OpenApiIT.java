package io.storehouse.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The checked-in description of the API; {@code -Dopenapi.write=true} writes it anew. */
@ShopTest
class OpenApiIT {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    private int port;

    private JsonNode served = JSON.createObjectNode();

    @BeforeEach
    void read() {
        served = new ShopHttp(port, RealEngines.SERVICE_TOKEN)
                .get("/v3/api-docs")
                .body();
        ((ObjectNode) served).remove("servers");
    }

    @Test
    void isWhatIsServed() throws IOException {
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(ApiContract.FILE, JSON.writeValueAsString(served) + "\n");
        }

        assertThat(JSON.readTree(Files.readString(ApiContract.FILE))).isEqualTo(served);
    }

    @Test
    void requiresOfAnAnswerAllItsMembersAndSaysWhichMayBeNull() {
        JsonNode snapshot = schema("LiveSnapshot");

        assertThat(texts(snapshot.path("required")))
                .containsExactlyElementsOf(snapshot.path("properties").propertyNames());
        assertThat(snapshot.path("properties").propertyNames()).hasSize(19);
        assertThat(property(snapshot, "net").path("type").asString()).isEqualTo("string");
        assertThat(property(snapshot, "net").path("format").asString()).isEqualTo("decimal");
        assertThat(texts(property(snapshot, "aov").path("type"))).containsExactly("string", "null");
        assertThat(property(snapshot, "aov").path("format").asString()).isEqualTo("decimal");
        assertThat(property(snapshot, "previous").at("/anyOf/0/$ref").asString())
                .endsWith("/LiveSnapshotPrevious");
        assertThat(property(snapshot, "previous").at("/anyOf/1/type").asString())
                .isEqualTo("null");
        assertThat(property(snapshot, "stores").path("type").asString()).isEqualTo("array");
    }

    @Test
    void requiresOfARequestWhatMayNotBeNull() {
        JsonNode body = schema("OrderBody");

        assertThat(texts(body.path("required"))).containsExactly("id", "lines", "occurredAt", "payments", "store");
        assertThat(texts(property(body, "till").path("type"))).containsExactly("string", "null");
        assertThat(texts(schema("StockReceipt").path("required"))).contains("assumed");
    }

    @Test
    void followsRenamedAndUnwrappedMembers() {
        assertThat(texts(schema("ImportReportCounts").path("required")))
                .containsExactly("adjustment", "rejected", "return", "sale");
        assertThat(texts(schema("Order").path("required"))).contains("number", "till", "lines", "payments");
        assertThat(texts(property(schema("Order"), "till").path("type"))).containsExactly("string", "null");
        assertThat(property(schema("Order"), "number").path("type").asString()).isEqualTo("string");
    }

    @Test
    void namesTheValuesOfEnums() {
        assertThat(texts(property(schema("LiveSnapshotTicker"), "kind").path("enum")))
                .containsExactly("sale", "return");
        assertThat(texts(property(schema("ImportReport"), "state").path("enum")))
                .containsExactly("STAGING", "POSTING", "DONE", "FAILED");
    }

    @Test
    void describesTheDataOfLiveEvents() {
        assertThat(served.at("/paths/~1api~1v1~1live~1events/get/responses/200/content")
                        .path("text/event-stream")
                        .at("/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/LiveSnapshot");
    }

    @Test
    void describesFailuresOnceForAllOperations() {
        assertThat(operations())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(
                                operation.at("/responses/default/$ref").asString())
                        .isEqualTo("#/components/responses/Problem"));
        assertThat(served.at("/components/responses/Problem/content")
                        .path("application/problem+json")
                        .at("/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(texts(schema("Problem").path("required")))
                .containsExactly("code", "detail", "instance", "status", "title", "type");
    }

    @Test
    void namesEachOperationByItsResourceAlone() {
        List<String> ids = operations()
                .map(operation -> operation.path("operationId").asString())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().contains("storeAll", "storeDefine", "orderPlace", "sessionCurrent");
        assertThat(ids).allSatisfy(id -> assertThat(id).matches("[a-zA-Z]+"));
    }

    @Test
    void saysThatDocumentsAreCreated() {
        assertThat(served.at("/paths/~1api~1v1~1orders/post/responses").propertyNames())
                .containsExactly("201", "default");
        assertThat(served.at("/paths/~1api~1v1~1stock~1receipts/post/responses/201/headers")
                        .propertyNames())
                .containsExactly("Idempotent-Replay");
    }

    @Test
    void noticesAnswersThatAreNotAsDescribed() {
        ApiContract contract = new ApiContract(served);
        ObjectNode store = JSON.createObjectNode()
                .put("code", "S")
                .put("name", "S")
                .put("timeZone", "Europe/London")
                .put("currency", "GBP")
                .put("dayStart", "00:00")
                .putNull("cashRounding")
                .put("pricesIncludeTax", true)
                .put("taxRounding", "line");

        assertThat(contract.differences("GET", "/api/v1/stores/S?x=1", 200, store))
                .isEmpty();
        assertThat(contract.differences("GET", "/api/v1/stores/S", 206, store))
                .containsExactly("status 206 is not described");
        store.put("colour", "red").putNull("name").remove("currency");
        assertThat(contract.differences("GET", "/api/v1/stores/S", 200, store))
                .containsExactly(
                        "/currency is missing", "/name is not of type \"string\": null", "/colour is not described");
        assertThat(contract.differences("GET", "/api/v1/stores/S", 404, JSON.createObjectNode()))
                .contains("/code is missing");
    }

    private Stream<JsonNode> operations() {
        return served.path("paths")
                .valueStream()
                .flatMap(path -> path.properties().stream().map(Map.Entry::getValue));
    }

    private JsonNode schema(String name) {
        return served.path("components").path("schemas").path(name);
    }

    private static JsonNode property(JsonNode schema, String name) {
        return schema.path("properties").path(name);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
