package io.skyholm.identity.tenant;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.TenantEvents;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;
import org.jspecify.annotations.Nullable;

/** Tenants over HTTP. */
@Path("/v1/tenants")
@Tag(
        name = "Tenants",
        description =
                "A customer's organisation: everything its users create belongs to it, and other tenants cannot see it.")
public class TenantResource {

    private final Tenants tenants;
    private final CurrentCall current;
    private final ListWatch watch;

    TenantResource(Tenants tenants, CurrentCall current, ListWatch watch) {
        this.tenants = tenants;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.TENANT, action = Action.CREATE)
    @Refuses(conflict = {"TENANT_NAME_TAKEN", "VLAN_TAKEN"})
    @Operation(summary = "Create a tenant")
    public Uni<RestResponse<TenantView>> create(@NotNull @Valid CreateTenant command) {
        return tenants.create(current.get(), command)
                .map(tenant -> Answers.created(tenant, "/v1/tenants/" + tenant.id(), tenant.generation()));
    }

    @GET
    @Requires(resource = ResourceType.TENANT, action = Action.READ)
    @Operation(summary = "List tenants, newest first")
    public Uni<Page<TenantView>> list(@BeanParam TenantFilter filter, @BeanParam PageRequest page) {
        return tenants.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.TENANT, action = Action.READ)
    @Operation(summary = "Watch the list of tenants", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam TenantFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(TenantEvents.CHANGED, rows -> tenants.list(call, filter, rows), TenantView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.TENANT, action = Action.READ)
    @Operation(summary = "Show a tenant")
    public Uni<RestResponse<TenantView>> get(@PathParam("id") UUID id) {
        return tenants.get(current.get(), id).map(tenant -> Answers.of(tenant, tenant.generation()));
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.TENANT, action = Action.UPDATE)
    @Refuses(conflict = {"TENANT_IS_DELETED", "TENANT_NAME_TAKEN", "VLAN_TAKEN"})
    @Operation(summary = "Change a tenant")
    public Uni<RestResponse<TenantView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeTenant command) {
        return tenants.change(current.get(), id, command).map(tenant -> Answers.of(tenant, tenant.generation()));
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.TENANT, action = Action.DELETE)
    @Refuses(conflict = {"TENANT_HAS_OPERATORS", "TENANT_HAS_USERS", "TENANT_IS_YOURS"})
    @Operation(
            summary = "Delete a tenant",
            description =
                    "The tenant is DELETING until no service holds anything of it, and then DELETED. See its deletion for what is still there.")
    public Uni<RestResponse<TenantView>> delete(
            @PathParam("id") UUID id,
            @QueryParam("cascade")
                    @Parameter(
                            description =
                                    "Whether its users are deleted too; without it a tenant that has users is refused")
                    @Nullable Boolean cascade) {
        return tenants.delete(current.get(), id, Boolean.TRUE.equals(cascade))
                .map(tenant -> Answers.of(tenant, tenant.generation()));
    }
}
