package io.skyholm.runtime.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that carry a resource, and the version to send back in If-Match. */
public final class Answers {

    private Answers() {}

    /** The resource as it is, with its version. */
    public static <T extends Versioned> RestResponse<T> of(T view) {
        return of(view, view.generation());
    }

    /** The resource as it is. */
    public static <T> RestResponse<T> of(T view, long generation) {
        return RestResponse.ResponseBuilder.ok(view, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, EntityTag.of(generation))
                .build();
    }

    /** A resource that was made, with its version and the path under which it is found. */
    public static <T extends Versioned> RestResponse<T> created(T view, String path) {
        return created(view, path, view.generation());
    }

    /** A resource that was made, and the path under which it is found. */
    public static <T> RestResponse<T> created(T view, String path, long generation) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.ETAG, EntityTag.of(generation))
                .build();
    }
}
