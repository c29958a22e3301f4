package dev.interlock.api.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.interlock.api.Contract;
import dev.interlock.openapi.OpenApiDocument;
import dev.interlock.security.AllowAnyone;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the document; it holds no secrets, so anyone may read it. It is built once for all readers and languages:
 * building takes seconds, so {@link DocumentStart} does it before the first reader comes.
 */
@RestController
@AllowAnyone("the contract holds no secrets and clients read it before they have a token")
class DocumentEndpoint extends OpenApiWebMvcResource implements Contract {
    private final FutureTask<Built> building = new FutureTask<>(this::build);

    DocumentEndpoint(
            ObjectFactory<OpenAPIService> documents,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(documents, requests, responses, operations, properties, providers, customizers);
    }

    private record Built(OpenAPI model, String json, OpenApiDocument document) {}

    @Override
    public byte[] openapiJson(HttpServletRequest request, String address, Locale locale) {
        return json();
    }

    @Override
    public byte[] openapiYaml(HttpServletRequest request, String address, Locale locale)
            throws JsonProcessingException {
        return writeYamlValue(built().model());
    }

    @Override
    public byte[] json() {
        return built().json().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public OpenApiDocument document() {
        return built().document();
    }

    /** What was built; builds it in this thread when nobody has begun. */
    private Built built() {
        building.run();
        try {
            return building.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the reader went away while the document was built", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the document cannot be built", e.getCause());
        }
    }

    private Built build() throws JsonProcessingException {
        var model = getOpenApi("/", Locale.ROOT);
        var json = new String(writeJsonValue(model), StandardCharsets.UTF_8);
        return new Built(model, json, OpenApiDocument.read("openapi.json", json));
    }
}
