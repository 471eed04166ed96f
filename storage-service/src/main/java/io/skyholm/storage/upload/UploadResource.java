package io.skyholm.storage.upload;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.EntityTag;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.storage.StorageSettings;
import io.skyholm.storage.upload.Uploads.BeginUpload;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jspecify.annotations.Nullable;

/** Uploads over HTTP, as tus 1.0.0 has them: any client of that protocol can make one. */
@Path("/v1/images/{id}/versions/{versionId}/uploads")
@Tag(name = "Images")
public class UploadResource {

    private static final String PROTOCOL = "The version of the protocol, which is 1.0.0";

    private final Uploads uploads;
    private final CurrentCall current;
    private final CurrentVertxRequest routing;
    private final StorageSettings settings;

    UploadResource(Uploads uploads, CurrentCall current, CurrentVertxRequest routing, StorageSettings settings) {
        this.uploads = uploads;
        this.current = current;
        this.routing = routing;
        this.settings = settings;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.IMAGE, action = Action.UPDATE)
    @Refuses(
            conflict = {
                "IMAGE_ARCHIVED",
                "UPLOAD_OPEN",
                "VERSION_HAS_BYTES",
                "VERSION_IMPORTING",
                "SPENDING_LIMIT_REACHED"
            },
            precondition = "TUS_VERSION",
            shortOf = {"INSUFFICIENT_FUNDS", "QUOTA_EXCEEDED"})
    @Operation(
            summary = "Begin an upload of a version's bytes, as tus 1.0.0 does",
            description = "The endpoint of a tus client. Its Location is where the parts go.")
    public Uni<RestResponse<UploadView>> create(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @HeaderParam(TusHeaders.RESUMABLE) @Parameter(description = PROTOCOL) @Nullable String protocol,
            @HeaderParam(TusHeaders.LENGTH)
                    @Parameter(description = "How many bytes will come", required = true)
                    @Nullable String length,
            @HeaderParam(TusHeaders.METADATA)
                    @Parameter(description = "Pairs of a key and a value in Base64, kept and shown")
                    @Nullable String metadata) {
        TusHeaders.checkVersion(protocol);
        long bytes = TusHeaders.length(length, settings.largestImage().asLongValue());
        BeginUpload command = new BeginUpload(bytes, TusHeaders.metadata(metadata));
        return uploads.create(current.get(), id, versionId, command)
                .map(upload -> answer(ResponseBuilder.create(RestResponse.Status.CREATED, upload), upload)
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.LOCATION, path(upload))
                        .build());
    }

    @GET
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Operation(summary = "List the uploads of a version, newest first")
    public Uni<Page<UploadView>> list(
            @PathParam("id") UUID id, @PathParam("versionId") UUID versionId, @BeanParam PageRequest page) {
        return uploads.list(current.get(), id, versionId, page);
    }

    @GET
    @Path("{uploadId}")
    @Requires(resource = ResourceType.IMAGE, action = Action.READ)
    @Refuses(precondition = "TUS_VERSION")
    @Operation(
            summary = "Show an upload and how far it has come",
            description = "A tus client asks with HEAD and reads Upload-Offset.")
    public Uni<RestResponse<UploadView>> get(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @PathParam("uploadId") UUID uploadId,
            @HeaderParam(TusHeaders.RESUMABLE) @Parameter(description = PROTOCOL) @Nullable String protocol) {
        TusHeaders.checkVersion(protocol);
        return uploads.get(current.get(), id, versionId, uploadId)
                .map(upload -> answer(ResponseBuilder.ok(upload, MediaType.APPLICATION_JSON_TYPE), upload)
                        .build());
    }

    @PATCH
    @Path("{uploadId}")
    @Consumes(TusHeaders.BYTES)
    @ResponseStatus(StatusCode.NO_CONTENT)
    @Requires(resource = ResourceType.IMAGE, action = Action.UPDATE)
    @Refuses(
            conflict = {
                "IMAGE_ARCHIVED",
                "UPLOAD_ATTEMPTS",
                "UPLOAD_BUSY",
                "UPLOAD_COMPLETE",
                "UPLOAD_OFFSET",
                "UPLOAD_PARTS"
            },
            precondition = "TUS_VERSION",
            checksum = "CHECKSUM_MISMATCH")
    @RequestBody(
            content =
                    @Content(
                            mediaType = TusHeaders.BYTES,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Operation(
            summary = "Send the next part of an upload",
            description = "What has come before a connection is cut is kept; Upload-Offset says where to go on."
                    + " A part with an Upload-Checksum (sha1, sha256 or md5) counts when it is whole.")
    public Uni<RestResponse<Void>> append(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @PathParam("uploadId") UUID uploadId,
            @HeaderParam(TusHeaders.RESUMABLE) @Parameter(description = PROTOCOL) @Nullable String protocol,
            @HeaderParam(TusHeaders.OFFSET)
                    @Parameter(description = "At which byte the part begins", required = true)
                    @Nullable String offset,
            @HeaderParam(TusHeaders.CHECKSUM)
                    @Parameter(description = "An algorithm and the part's checksum in Base64")
                    @Nullable String checksum) {
        TusHeaders.checkVersion(protocol);
        NextPart part = new NextPart(
                id, versionId, uploadId, TusHeaders.number(TusHeaders.OFFSET, offset), PartChecksum.of(checksum));
        return uploads.append(
                        current.get(),
                        part,
                        current.access()::get,
                        new IncomingBytes(routing.getCurrent().request()))
                .map(upload -> answer(ResponseBuilder.<Void>noContent(), upload).build());
    }

    @DELETE
    @Path("{uploadId}")
    @ResponseStatus(StatusCode.NO_CONTENT)
    @ResponseHeader(name = TusHeaders.RESUMABLE, value = TusHeaders.VERSION)
    @Requires(resource = ResourceType.IMAGE, action = Action.UPDATE)
    @Refuses(conflict = "IMAGE_ARCHIVED", precondition = "TUS_VERSION")
    @Operation(summary = "Give up an upload", description = "What has come of it is removed.")
    public Uni<Void> terminate(
            @PathParam("id") UUID id,
            @PathParam("versionId") UUID versionId,
            @PathParam("uploadId") UUID uploadId,
            @HeaderParam(TusHeaders.RESUMABLE) @Parameter(description = PROTOCOL) @Nullable String protocol) {
        TusHeaders.checkVersion(protocol);
        return uploads.terminate(current.get(), id, versionId, uploadId);
    }

    private static <T> ResponseBuilder<T> answer(ResponseBuilder<T> answer, UploadView upload) {
        TusHeaders.of(upload).forEach(answer::header);
        return answer.header(HttpHeaders.ETAG, EntityTag.of(upload.generation()));
    }

    private static String path(UploadView upload) {
        return "/v1/images/%s/versions/%s/uploads/%s".formatted(upload.imageId(), upload.versionId(), upload.id());
    }
}
