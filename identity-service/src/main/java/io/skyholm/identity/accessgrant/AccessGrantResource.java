package io.skyholm.identity.accessgrant;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.identity.AccessGrantEvents;
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

/** Access grants over HTTP. */
@Path("/v1/access-grants")
@Tag(
        name = "Access grants",
        description =
                "Operators who ask to work in a tenant, and tenants who let them for a while. An operator sends the id of an"
                        + " active grant as `X-Access-Grant`; the tenant's audit shows each such call.")
public class AccessGrantResource {

    private final AccessGrants grants;
    private final CurrentCall current;
    private final ListWatch watch;

    AccessGrantResource(AccessGrants grants, CurrentCall current, ListWatch watch) {
        this.grants = grants;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.ACCESS_GRANT, action = Action.CREATE)
    @Refuses(conflict = "ACCESS_GRANT_OPEN", tooManyRequests = "ACCESS_REQUEST_LIMIT_REACHED")
    @Operation(
            summary = "Ask a tenant for access",
            description =
                    "For operators. The tenant's administrators get a mail, and a day to answer. Without permissions the request"
                            + " is to read; no grant carries permissions to create users, roles, keys or accounts.")
    public Uni<RestResponse<AccessGrantView>> create(@NotNull @Valid RequestAccess command) {
        return grants.request(current.get(), command)
                .map(grant -> Answers.created(grant, "/v1/access-grants/" + grant.id()));
    }

    @GET
    @Requires(resource = ResourceType.ACCESS_GRANT, action = Action.READ)
    @Operation(summary = "List access grants and requests for them, newest first")
    public Uni<Page<AccessGrantView>> list(@BeanParam AccessGrantFilter filter, @BeanParam PageRequest page) {
        return grants.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.ACCESS_GRANT, action = Action.READ)
    @Operation(summary = "Watch the list of access grants", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam AccessGrantFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        AccessGrantEvents.REQUESTED, rows -> grants.list(call, filter, rows), AccessGrantView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.ACCESS_GRANT, action = Action.READ)
    @Operation(summary = "Show an access grant")
    public Uni<RestResponse<AccessGrantView>> get(@PathParam("id") UUID id) {
        return grants.get(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("{id}/accept")
    @Requires(resource = ResourceType.ACCESS_GRANT, action = Action.UPDATE)
    @Refuses(conflict = "ACCESS_GRANT_NOT_REQUESTED")
    @Operation(summary = "Let an operator work in your tenant for the time that they ask for")
    public Uni<RestResponse<AccessGrantView>> accept(@PathParam("id") UUID id) {
        return grants.accept(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("{id}/refuse")
    @Requires(resource = ResourceType.ACCESS_GRANT, action = Action.UPDATE)
    @Refuses(conflict = "ACCESS_GRANT_NOT_REQUESTED")
    @Operation(summary = "Refuse an operator's request for access to your tenant")
    public Uni<RestResponse<AccessGrantView>> refuse(@PathParam("id") UUID id) {
        return grants.refuse(current.get(), id).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.ACCESS_GRANT, action = Action.DELETE)
    @Refuses(conflict = "ACCESS_GRANT_ENDED")
    @Operation(
            summary = "Withdraw an access grant or a request for one",
            description = "For the tenant and for operators. Calls under the grant are refused within seconds.")
    public Uni<RestResponse<AccessGrantView>> withdraw(@PathParam("id") UUID id) {
        return grants.withdraw(current.get(), id).map(Answers::of);
    }
}
