package io.skyholm.operations;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to what takes time: the operation, and where to look for it. */
public final class Accepted {

    private Accepted() {}

    /** 202 with the operation. */
    public static RestResponse<OperationView> of(OperationView operation) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, operation)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, "/v1/operations/" + operation.id())
                .build();
    }
}
