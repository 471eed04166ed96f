package io.skyholm.billing.document;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.http.EntityTag;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestResponse;

/** Invoices as documents over HTTP. */
@Path("/v1/invoices/{id}")
@Tag(name = "Invoices")
public class DocumentResource {

    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv";
    private static final String DISPOSITION = "Content-Disposition";

    private final Documents documents;
    private final CurrentCall current;

    DocumentResource(Documents documents, CurrentCall current) {
        this.documents = documents;
        this.current = current;
    }

    @GET
    @Path("html")
    @Produces(MediaType.TEXT_HTML)
    @Requires(resource = ResourceType.INVOICE, action = Action.READ)
    @Operation(summary = "Show an invoice as a page")
    @APIResponse(
            responseCode = "200",
            description = "The page, which loads nothing from anywhere",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING)))
    public Uni<RestResponse<byte[]>> html(@PathParam("id") UUID id) {
        return documents.html(current.get(), id).map(page -> RestResponse.ResponseBuilder.ok(page.content())
                .header(HttpHeaders.ETAG, EntityTag.of(page.generation()))
                .header(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML + ";charset=UTF-8")
                .build());
    }

    @GET
    @Path("pdf")
    @Produces(PDF)
    @Requires(resource = ResourceType.INVOICE, action = Action.READ)
    @Operation(summary = "Download an invoice as PDF")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Uni<RestResponse<byte[]>> pdf(@PathParam("id") UUID id) {
        return documents.pdf(current.get(), id).map(document -> RestResponse.ResponseBuilder.ok(document.content())
                .header(HttpHeaders.ETAG, EntityTag.of(document.generation()))
                .header(HttpHeaders.CONTENT_TYPE, PDF)
                .header(DISPOSITION, "attachment; filename=\"invoice-" + id + ".pdf\"")
                .build());
    }

    @GET
    @Path("csv")
    @Produces(CSV)
    @Requires(resource = ResourceType.INVOICE, action = Action.READ)
    @Operation(
            summary = "Download an invoice as CSV",
            description =
                    "A line for each resource and plan, and one for whatever else was charged; all of them sum to its lines.")
    @APIResponse(
            responseCode = "200",
            description = "A heading, then the lines",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public RestMulti<byte[]> csv(@PathParam("id") UUID id) {
        return RestMulti.fromMultiData(documents.csv(current.get(), id))
                .header(HttpHeaders.CONTENT_TYPE, CSV + ";charset=UTF-8")
                .header(DISPOSITION, "attachment; filename=\"invoice-" + id + ".csv\"")
                .build();
    }
}
