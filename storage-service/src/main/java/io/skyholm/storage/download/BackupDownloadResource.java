package io.skyholm.storage.download;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** The bytes of backups over HTTP. */
@Path("/v1/backups/{id}/content")
@Tag(name = "Backups")
public class BackupDownloadResource {

    private final Downloads downloads;
    private final CurrentCall current;
    private final CurrentVertxRequest routing;

    BackupDownloadResource(Downloads downloads, CurrentCall current, CurrentVertxRequest routing) {
        this.downloads = downloads;
        this.current = current;
        this.routing = routing;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Requires(resource = ResourceType.STORAGE, action = Action.READ)
    @Refuses(
            conflict = {"BACKUP_NOT_AVAILABLE", "BACKUP_ENCRYPTED"},
            range = "RANGE_NOT_SATISFIABLE")
    @Operation(
            summary = "Download the bytes of a backup",
            description =
                    "As they were on the disk, all of them or one range; a download that was cut goes on with Range and If-Range.")
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
    public RestMulti<byte[]> download(@PathParam("id") UUID id, @BeanParam Wanted wanted) {
        return downloads.answer(routing.getCurrent(), downloads.ofBackup(current.get(), id, wanted));
    }
}
