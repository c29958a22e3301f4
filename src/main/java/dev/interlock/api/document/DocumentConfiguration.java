package dev.interlock.api.document;

import dev.interlock.security.Access;
import dev.interlock.security.SignedIn;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** Title, sign-in and names of the contract; the rest comes from the endpoints and from {@link CallTable}. */
@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Access.class, SignedIn.class)
                .replaceWithSchema(JsonNode.class, new Schema<>().description("Any JSON value."))
                .replaceWithSchema(SseEmitter.class, new StringSchema());
    }

    @Bean
    OpenAPI contract() {
        var bearer = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A token of the project or of the installation.");
        return new OpenAPI()
                .info(new Info()
                        .title("Interlock")
                        .version("1")
                        .description("Test management for integration testing. Errors are application/problem+json."))
                .servers(List.of(new Server().url("/").description("The service this document came from.")))
                .components(new Components().addSecuritySchemes(BEARER, bearer))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Registered before the others and so asked after them. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver schemas(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), SchemaNames.SHARED).openapi31(mappers.isOpenapi31());
    }
}
