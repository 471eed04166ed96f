package io.skyholm.compute.template;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** Templates over HTTP. */
@Path("/v1/templates")
@Tag(name = "Templates", description = "What instances and sets of them are made of, and who may use it.")
public class TemplateResource {

    private final Templates templates;
    private final CurrentCall current;

    TemplateResource(Templates templates, CurrentCall current) {
        this.templates = templates;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.TEMPLATE, action = Action.CREATE)
    @Refuses(conflict = "TEMPLATE_NAME_TAKEN", shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a template")
    public Uni<RestResponse<TemplateView>> create(@NotNull @Valid CreateTemplate command) {
        return templates
                .create(current.get(), command)
                .map(made -> Answers.created(made, "/v1/templates/" + made.id()));
    }

    @GET
    @Requires(resource = ResourceType.TEMPLATE, action = Action.READ)
    @Operation(summary = "List available templates, newest first")
    public Uni<Page<TemplateView>> list(@BeanParam TemplateFilter filter, @BeanParam PageRequest page) {
        return templates.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.TEMPLATE, action = Action.READ)
    @Operation(summary = "Show a template")
    public Uni<RestResponse<TemplateView>> get(@PathParam("id") UUID id) {
        return templates.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.TEMPLATE, action = Action.UPDATE)
    @Operation(summary = "Change a template")
    public Uni<RestResponse<TemplateView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeTemplate command) {
        return templates.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.TEMPLATE, action = Action.DELETE)
    @Operation(summary = "Delete a template")
    public Uni<RestResponse<TemplateView>> delete(@PathParam("id") UUID id) {
        return templates.delete(current.get(), id).map(Answers::of);
    }
}
