package io.storehouse.shop;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** What the shop sends has all its members, nulls written; only what it is sent may leave some out. */
final class WholeAnswers implements GlobalOpenApiCustomizer {
    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema<?>> schemas = schemas(api);
        Set<String> received = new HashSet<>();
        received(api).forEach(schema -> collect(schema, schemas, received));
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null) {
                schema.setRequired(List.copyOf(received.contains(name) ? sorted(schema.getRequired()) : all(schema)));
            }
        });
    }

    @SuppressWarnings("unchecked") // the library's maps are of raw schemas
    private static Map<String, Schema<?>> schemas(OpenAPI api) {
        return (Map<String, Schema<?>>) (Map<String, ?>) api.getComponents().getSchemas();
    }

    private static Stream<Schema<?>> received(OpenAPI api) {
        return api.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .map(operation -> operation.getRequestBody())
                .filter(Objects::nonNull)
                .map(RequestBody::getContent)
                .flatMap(content -> content.values().stream())
                .map(MediaType::getSchema);
    }

    private static void collect(@Nullable Schema<?> schema, Map<String, Schema<?>> schemas, Set<String> names) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            if (names.add(name)) {
                collect(schemas.get(name), schemas, names);
            }
        }
        parts(schema).forEach(part -> collect(part, schemas, names));
    }

    private static Stream<Schema<?>> parts(Schema<?> schema) {
        Stream<?> named = schema.getProperties() == null ? Stream.of() : schema.getProperties().values().stream();
        Stream<?> anonymous = Stream.of(schema.getItems(), schema.getAdditionalProperties());
        Stream<?> chosen = schema.getAnyOf() == null ? Stream.of() : schema.getAnyOf().stream();
        return Stream.of(named, anonymous, chosen)
                .flatMap(parts -> parts)
                .filter(Schema.class::isInstance)
                .map(part -> (Schema<?>) part);
    }

    private static Set<String> all(Schema<?> schema) {
        return new TreeSet<>(schema.getProperties().keySet());
    }

    private static Set<String> sorted(@Nullable List<String> required) {
        return required == null ? Set.of() : new TreeSet<>(required);
    }
}
