package io.skyholm.storage.download;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The conditions that a caller attaches to a download. */
public record Wanted(
        @HeaderParam("Range") @Parameter(description = "The bytes that are wanted: bytes=1024-2047") @Nullable String range,

        @HeaderParam("If-Range") @Parameter(description = "The ETag of what the caller has a part of") @Nullable String ifRange,

        @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(description = "The ETag of what the caller has") @Nullable String ifNoneMatch) {}
