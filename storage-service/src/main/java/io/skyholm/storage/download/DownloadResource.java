package io.skyholm.storage.download;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jspecify.annotations.Nullable;

/** The bytes of versions over HTTP. */
@Path("/v1/images/{id}/versions/{versionId}/content")
@Tag(name = "Images")
public class DownloadResource {

    private final Downloads downloads;
    private final CurrentCall current;
    private final CurrentVertxRequest routing;

    DownloadResource(Downloads downloads, CurrentCall current, CurrentVertxRequest routing) {
        this.downloads = downloads;
        this.current = current;
        this.routing = routing;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Refuses(
            conflict = {"IMAGE_ARCHIVED", "VERSION_NOT_AVAILABLE"},
            range = "RANGE_NOT_SATISFIABLE")
    @Operation(
            summary = "Download the bytes of a version",
            description = "All of them, or one range; a download that was cut goes on with Range and If-Range.")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The range that was asked for",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "The caller has them already")
    public RestMulti<byte[]> download(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @HeaderParam("Range") @Parameter(description = "The bytes that are wanted: bytes=1024-2047") @Nullable String range,
            @HeaderParam("If-Range") @Parameter(description = "The ETag of what the caller has a part of") @Nullable String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH)
                    @Parameter(description = "The ETag of what the caller has")
                    @Nullable String ifNoneMatch) {
        HttpServerResponse answer = routing.getCurrent().response();
        routing.getCurrent().addHeadersEndHandler(begins -> keepLength(answer));
        Download.Wanted wanted = new Download.Wanted(range, ifRange, ifNoneMatch);
        return RestMulti.fromUniResponse(
                downloads.find(current.get(), id, versionId, wanted),
                downloads::bytes,
                Download::headers,
                Download::status);
    }

    /** What is streamed is sent in chunks by itself, and a client that is told a length as well would take the frames for bytes. */
    private static void keepLength(HttpServerResponse answer) {
        if (answer.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            answer.headers().remove("Transfer-Encoding");
        } else if (answer.getStatusCode() == StatusCode.NOT_MODIFIED) {
            answer.headers().remove(HttpHeaders.CONTENT_TYPE);
        }
    }
}
