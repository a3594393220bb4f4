package io.storehouse.shop;

import io.storehouse.shop.exports.ExportedList;
import io.storehouse.shop.exports.ExportedLists;
import io.storehouse.shop.exports.SheetFormat;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Describes the lists' exports: the list's filters, without its pages, and files for an answer. */
final class ExportOperations implements GlobalOpenApiCustomizer {
    @Override
    public void customise(OpenAPI api) {
        for (ExportedList list : ExportedLists.ALL) {
            PathItem path = api.getPaths().get(list.exportPath());
            describe(
                    list,
                    Objects.requireNonNull(path, () -> "There is no " + list.exportPath())
                            .getGet());
        }
    }

    private static void describe(ExportedList list, Operation operation) {
        operation.setOperationId(id(list));
        operation.setDescription("All rows of the list of the same filters, as a file");
        List<Parameter> parameters =
                new ArrayList<>(operation.getParameters() == null ? List.of() : operation.getParameters());
        parameters.removeIf(parameter ->
                parameter.getName().equals("limit") || list.cursors().containsKey(parameter.getName()));
        Schema<String> formats = new JsonSchema().types(Set.of("string"));
        Stream.of(SheetFormat.values()).map(SheetFormat::extension).forEach(formats::addEnumItemObject);
        parameters.add(new QueryParameter().name("format").required(false).schema(formats));
        operation.setParameters(parameters);
        Content content = new Content();
        for (SheetFormat format : SheetFormat.values()) {
            content.addMediaType(
                    format.contentType().replaceFirst(";.*", ""),
                    new MediaType()
                            .schema(new JsonSchema().types(Set.of("string")).format("binary")));
        }
        operation
                .getResponses()
                .addApiResponse("200", new ApiResponse().description("OK").content(content));
    }

    /** {@code exportStockMoves}. */
    private static String id(ExportedList list) {
        return Stream.of(list.path().substring("/api/v1/".length()).split("[^A-Za-z]+"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", "export", ""));
    }
}
