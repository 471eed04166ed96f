package io.skyholm.compute.template;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.TemplateEvents;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.streams.ListWatch;
import io.skyholm.streams.ResumeAfter;
import io.skyholm.streams.WatchedList;
import io.smallrye.mutiny.Multi;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
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
    private final ListWatch watch;

    TemplateResource(Templates templates, CurrentCall current, ListWatch watch) {
        this.templates = templates;
        this.current = current;
        this.watch = watch;
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
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.TEMPLATE, action = Action.READ)
    @Operation(summary = "Watch the list of available templates", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam TemplateFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(TemplateEvents.CHANGED, rows -> templates.list(call, filter, rows), TemplateView::id)
                        .seenWholeBy(TemplateStore.SEEN::seesAll));
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
    @Refuses(conflict = "TEMPLATE_NAME_TAKEN")
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
