package io.skyholm.identity.serviceaccount;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.ServiceAccountEvents;
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
import jakarta.ws.rs.PUT;
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

/** Service accounts over HTTP. */
@Path("/v1/service-accounts")
@Tag(
        name = "Service accounts",
        description =
                "Programs of a tenant: each exchanges its secret for tokens of 15 minutes, and has roles of its own.")
public class ServiceAccountResource {

    private final ServiceAccounts accounts;
    private final CurrentCall current;
    private final ListWatch watch;

    ServiceAccountResource(ServiceAccounts accounts, CurrentCall current, ListWatch watch) {
        this.accounts = accounts;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.SERVICE_ACCOUNT, action = Action.CREATE)
    @Refuses(conflict = "SERVICE_ACCOUNT_NAME_TAKEN", shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a service account; its secret is returned once")
    public Uni<RestResponse<ServiceAccountView>> create(@NotNull @Valid CreateServiceAccount command) {
        return accounts.create(current.get(), command)
                .map(account -> Answers.created(account, "/v1/service-accounts/" + account.id()));
    }

    @GET
    @Requires(resource = ResourceType.SERVICE_ACCOUNT, action = Action.READ)
    @Operation(summary = "List service accounts, newest first")
    public Uni<Page<ServiceAccountView>> list(@BeanParam ServiceAccountFilter filter, @BeanParam PageRequest page) {
        return accounts.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.SERVICE_ACCOUNT, action = Action.READ)
    @Operation(summary = "Watch the list of service accounts", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam ServiceAccountFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        ServiceAccountEvents.CHANGED,
                        rows -> accounts.list(call, filter, rows),
                        ServiceAccountView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.SERVICE_ACCOUNT, action = Action.READ)
    @Operation(summary = "Show a service account")
    public Uni<RestResponse<ServiceAccountView>> get(@PathParam("id") UUID id) {
        return accounts.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.SERVICE_ACCOUNT, action = Action.UPDATE)
    @Refuses(conflict = "SERVICE_ACCOUNT_NAME_TAKEN")
    @Operation(summary = "Change a service account, or enable or disable it")
    public Uni<RestResponse<ServiceAccountView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeServiceAccount command) {
        return accounts.change(current.get(), id, command).map(Answers::of);
    }

    @PUT
    @Path("{id}/secret")
    @Requires(resource = ResourceType.SERVICE_ACCOUNT, action = Action.UPDATE)
    @Operation(summary = "Give a service account a new secret; it is returned once")
    public Uni<RestResponse<ServiceAccountView>> rotate(
            @PathParam("id") UUID id, @NotNull @Valid RotateSecret command) {
        return accounts.rotate(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.SERVICE_ACCOUNT, action = Action.DELETE)
    @Operation(summary = "Delete a service account; its secret and its tokens are refused from then on")
    public Uni<RestResponse<ServiceAccountView>> delete(@PathParam("id") UUID id) {
        return accounts.delete(current.get(), id).map(Answers::of);
    }
}
