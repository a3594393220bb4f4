package io.storehouse.shop;

import io.storehouse.shop.documents.Answers;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** What all operations have in common: ids that do not depend on the others, how documents are answered, and failures. */
final class ApiOperations implements OperationCustomizer {
    static final String PROBLEM = "Problem";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        operation.setOperationId(id(handler));
        ApiResponses answers = operation.getResponses();
        ApiResponse answer = answers.get("200");
        if (answer != null && isRecordedOnce(handler)) {
            answers.remove("200");
            answers.addApiResponse("201", created(answer));
        }
        answers.addApiResponse("default", new ApiResponse().$ref(PROBLEM));
        return operation;
    }

    /** The resource, then the method: {@code storeDefine}. */
    private static String id(HandlerMethod handler) {
        String resource = handler.getBeanType().getSimpleName().replaceFirst("Resource$", "");
        String method = handler.getMethod().getName();
        return Character.toLowerCase(resource.charAt(0))
                + resource.substring(1)
                + Character.toUpperCase(method.charAt(0))
                + method.substring(1);
    }

    /** Such commands are answered by {@link Answers#created}; the tests hold every answer against the description. */
    private static boolean isRecordedOnce(HandlerMethod handler) {
        return handler.hasMethodAnnotation(PostMapping.class)
                && !handler.hasMethodAnnotation(ResponseStatus.class)
                && handler.getMethod().getReturnType() == ResponseEntity.class;
    }

    private static ApiResponse created(ApiResponse answer) {
        return answer.description("Recorded, now or before")
                .addHeaderObject(
                        Answers.REPLAY,
                        new Header()
                                .description("true when the answer was given before")
                                .schema(new JsonSchema().types(Set.of("string"))));
    }
}
