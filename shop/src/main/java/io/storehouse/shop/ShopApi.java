package io.storehouse.shop;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the HTTP API, from which clients are generated. */
@Configuration(proxyBeanMethods = false)
class ShopApi {
    private static final String TOKEN = "token";
    private static final String SESSION = "session";

    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        BigDecimal.class,
                        text("decimal").pattern("^-?\\d+(\\.\\d+)?$").example("2.5500"));
        return new RecordSchemas(mappers.jsonMapper());
    }

    @Bean
    OperationCustomizer operations() {
        return new ApiOperations();
    }

    @Bean
    GlobalOpenApiCustomizer wholeAnswers() {
        return new WholeAnswers();
    }

    @Bean
    GlobalOpenApiCustomizer exports() {
        return new ExportOperations();
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Storehouse shop")
                        .version("v1")
                        .description("Decimals are text. Failures are RFC 9457 problems with a stable code."))
                .components(new Components()
                        .addSchemas(ApiOperations.PROBLEM, problem())
                        .addResponses(ApiOperations.PROBLEM, failure())
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("STOREHOUSE-SESSION")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .addSecurityItem(new SecurityRequirement().addList(SESSION));
    }

    private static ApiResponse failure() {
        Schema<?> reference = new JsonSchema().$ref(ApiOperations.PROBLEM);
        return new ApiResponse()
                .description("A failure")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(reference)));
    }

    private static Schema<?> problem() {
        Schema<?> integer = new JsonSchema().types(Set.of("integer")).format("int32");
        return new JsonSchema()
                .types(Set.of("object"))
                .description("RFC 9457, with a stable code and, for some codes, members of their own")
                .addProperty("type", text("uri").example("urn:storehouse:problem:insufficient-stock"))
                .addProperty("title", text(null))
                .addProperty("status", integer)
                .addProperty("detail", text(null))
                .addProperty("instance", text("uri-reference"))
                .addProperty("code", text(null).example("insufficient-stock"))
                .additionalProperties(true);
    }

    private static Schema<?> text(@Nullable String format) {
        return new JsonSchema().types(Set.of("string")).format(format);
    }
}
