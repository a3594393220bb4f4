package io.storehouse.shop.days;

import static org.assertj.core.api.Assertions.assertThat;

import io.storehouse.shop.ApiContract;
import io.storehouse.shop.ShopHttp;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * A client that knows nothing but docs/openapi.json: it calls operations by their ids, refuses to send what is not described, and
 * takes no answer that is not.
 */
final class ApiClient {
    private final ShopHttp caller;

    ApiClient(ShopHttp caller) {
        this.caller = caller;
    }

    /** Calls an operation without a body; parameters in pairs of name and value. */
    JsonNode read(String operation, Object... parameters) {
        return call(operation, null, parameters);
    }

    /** Calls an operation; parameters in pairs of name and value. */
    JsonNode call(String operation, @Nullable Object body, Object... parameters) {
        ShopHttp.Answer answer = send(operation, body, parameters);
        assertThat(answer.status())
                .as(operation + " " + body + " answered " + answer.raw().body())
                .isEqualTo(ApiContract.checkedIn().operation(operation).success());
        return answer.body();
    }

    /** Calls an operation that is refused; answers with the problem's code. */
    String refused(String operation, @Nullable Object body, Object... parameters) {
        ShopHttp.Answer answer = send(operation, body, parameters);
        assertThat(answer.status()).as(operation + " " + answer.raw().body()).isBetween(400, 499);
        return answer.code();
    }

    private ShopHttp.Answer send(String id, @Nullable Object body, Object... pairs) {
        ApiContract contract = ApiContract.checkedIn();
        ApiContract.Operation operation = contract.operation(id);
        Map<String, Object> parameters = Body.of(pairs);
        assertThat(operation.parameters().keySet()).as("parameters of " + id).containsAll(parameters.keySet());
        operation
                .parameters()
                .forEach((name, required) -> assertThat(!required || parameters.containsKey(name))
                        .as(id + " needs " + name)
                        .isTrue());
        JsonNode sent =
                body == null ? NullNode.getInstance() : JsonMapper.shared().valueToTree(body);
        if (body != null) {
            assertThat(contract.requestDifferences(operation, sent))
                    .as("request of " + id + ": " + sent)
                    .isEmpty();
        }
        return caller.send(operation.method(), address(operation, parameters), body);
    }

    private static String address(ApiContract.Operation operation, Map<String, Object> parameters) {
        String path = operation.path();
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            path = path.replace(
                    "{" + parameter.getKey() + "}",
                    ShopHttp.encode(parameter.getValue().toString()));
        }
        String query = parameters.entrySet().stream()
                .filter(parameter -> !operation.path().contains("{" + parameter.getKey() + "}"))
                .map(parameter -> parameter.getKey() + "="
                        + ShopHttp.encode(parameter.getValue().toString()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
