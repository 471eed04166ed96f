package io.skyholm.audit.entry;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/** Audit entries as a file. */
@Path("/v1/audit-entries/export")
@Tag(name = "Audit")
public class ExportResource {

    private final Exports exports;
    private final CurrentCall current;

    ExportResource(Exports exports, CurrentCall current) {
        this.exports = exports;
        this.current = current;
    }

    @GET
    @Produces("text/csv")
    @Requires(resource = ResourceType.AUDIT_ENTRY, action = Action.READ)
    @Operation(
            operationId = "auditEntries.export",
            summary = "Export audit entries, oldest first, as JSON lines or CSV")
    @APIResponse(
            responseCode = "200",
            description = "An entry on each line",
            content = {
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public RestMulti<byte[]> export(
            @BeanParam AuditFilter filter,
            @QueryParam("chainId") @Parameter(description = "One chain, which can be verified as a whole") @Nullable UUID chainId,
            @QueryParam("format") @DefaultValue("jsonl") ExportFormat format,
            @QueryParam("digests")
                    @DefaultValue("false")
                    @Parameter(description = "true for the signed digests behind the entries of a JSONL export")
                    String digests) {
        Export export = new Export(current.get().caller().scope(), filter, chainId, format);
        Multi<byte[]> text = format.hasDigests(digests) ? exports.pagesAndDigests(export) : exports.pages(export);
        return RestMulti.fromMultiData(text)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
                .header("Content-Disposition", "attachment; filename=\"audit." + format + "\"")
                .build();
    }
}
