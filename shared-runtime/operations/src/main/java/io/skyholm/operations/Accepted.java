package io.skyholm.operations;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to what takes time: the operation, and where to look for it. */
public final class Accepted {

    private Accepted() {}

    /** 202 with the operation. */
    public static RestResponse<OperationView> of(OperationView operation) {
        return with(operation, operation.id());
    }

    /** 202 with what is said beside the operation of that id. */
    public static <T> RestResponse<T> with(T answer, UUID operation) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, answer)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/operations/" + operation)
                .build();
    }
}
