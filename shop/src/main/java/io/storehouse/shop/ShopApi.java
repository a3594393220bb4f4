package io.storehouse.shop;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the HTTP API. */
@Configuration(proxyBeanMethods = false)
class ShopApi {
    private static final String TOKEN = "token";
    private static final String SESSION = "session";

    /** Nested records are named with the class around them, so that no two share a schema. */
    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new NestedNames()).openapi31(true);
    }

    private static final class NestedNames extends TypeNameResolver {
        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> around = type.getEnclosingClass();
            if (around == null) {
                return super.getNameOfClass(type);
            }
            String feature = around.getSimpleName().replaceFirst("(Resource|Views)$", "");
            return feature.equals(type.getSimpleName()) ? feature : feature + type.getSimpleName();
        }
    }

    @Bean
    OpenAPI description() {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        BigDecimal.class,
                        new io.swagger.v3.oas.models.media.StringSchema()
                                .format("decimal")
                                .example("2.5500"));
        return new OpenAPI()
                .info(new Info()
                        .title("Storehouse shop")
                        .version("v1")
                        .description("Decimals are text. Failures are RFC 9457 problems with a stable code."))
                .components(new Components()
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
}
