package io.skyholm.network.securitygroup;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.network.SecurityGroupEvents;
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

/** Security groups over HTTP. */
@Path("/v1/security-groups")
@Tag(name = "Security groups", description = "Firewall rules that are applied to ports.")
public class SecurityGroupResource {

    private final SecurityGroups securityGroups;
    private final CurrentCall current;
    private final ListWatch watch;

    SecurityGroupResource(SecurityGroups securityGroups, CurrentCall current, ListWatch watch) {
        this.securityGroups = securityGroups;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.CREATE)
    @Refuses(
            conflict = {"SECURITY_GROUP_NAME_TAKEN", "SECURITY_GROUP_DEFAULT"},
            shortOf = "QUOTA_EXCEEDED")
    @Operation(summary = "Create a security group")
    public Uni<RestResponse<SecurityGroupView>> create(@NotNull @Valid CreateSecurityGroup command) {
        return securityGroups
                .create(current.get(), command)
                .map(group -> Answers.created(group, "/v1/security-groups/" + group.id()));
    }

    @GET
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.READ)
    @Operation(summary = "List security groups, newest first")
    public Uni<Page<SecurityGroupView>> list(@BeanParam SecurityGroupFilter filter, @BeanParam PageRequest page) {
        return securityGroups.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.READ)
    @Operation(summary = "Watch the list of security groups", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam SecurityGroupFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(
                        SecurityGroupEvents.CHANGED,
                        rows -> securityGroups.list(call, filter, rows),
                        SecurityGroupView::id));
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.READ)
    @Operation(summary = "Show a security group")
    public Uni<RestResponse<SecurityGroupView>> get(@PathParam("id") UUID id) {
        return securityGroups.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.UPDATE)
    @Refuses(conflict = {"SECURITY_GROUP_NAME_TAKEN", "SECURITY_GROUP_DEFAULT"})
    @Operation(summary = "Change a security group")
    public Uni<RestResponse<SecurityGroupView>> change(
            @PathParam("id") UUID id, @NotNull @Valid ChangeSecurityGroup command) {
        return securityGroups.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.SECURITY_GROUP, action = Action.DELETE)
    @Refuses(conflict = "SECURITY_GROUP_IN_USE")
    @Operation(summary = "Delete a security group")
    public Uni<RestResponse<SecurityGroupView>> delete(@PathParam("id") UUID id) {
        return securityGroups.delete(current.get(), id).map(Answers::of);
    }
}
