package io.skyholm.network.address;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.network.AddressEvents;
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

/** Addresses over HTTP. */
@Path("/v1/addresses")
@Tag(
        name = "Addresses",
        description =
                "Addresses that were given out at least once: those of ports, floating ones, and reserved ranges.")
public class AddressResource {

    private final Addresses addresses;
    private final FloatingAddresses floating;
    private final CurrentCall current;
    private final ListWatch watch;

    AddressResource(Addresses addresses, FloatingAddresses floating, CurrentCall current, ListWatch watch) {
        this.addresses = addresses;
        this.floating = floating;
        this.current = current;
        this.watch = watch;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.NETWORK, action = Action.CREATE)
    @Refuses(
            conflict = {"ADDRESS_TAKEN", "ADDRESS_COOLS_DOWN", "SUBNET_CLOSED"},
            shortOf = {"QUOTA_EXCEEDED", "SUBNET_EXHAUSTED"})
    @Operation(summary = "Allocate a floating address, or reserve a range")
    public Uni<RestResponse<AddressView>> create(@NotNull @Valid CreateAddress command) {
        return addresses
                .create(current.get(), command)
                .map(address -> Answers.created(address, "/v1/addresses/" + address.id()));
    }

    @GET
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "List addresses, newest first: those that are held, and those that were")
    public Uni<Page<AddressView>> list(@BeanParam AddressFilter filter, @BeanParam PageRequest page) {
        return addresses.list(current.get(), filter, page);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "Watch the list of addresses", description = ListWatch.DESCRIPTION)
    public Multi<OutboundSseEvent> watchList(
            @BeanParam AddressFilter filter, @BeanParam ResumeAfter resume, @Context Sse sse) {
        Call call = current.get();
        return watch.changes(
                sse,
                resume,
                WatchedList.of(AddressEvents.CHANGED, rows -> addresses.list(call, filter, rows), AddressView::id));
    }

    @GET
    @Path("leaks")
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(
            summary = "List leaked addresses: held for a port that is gone, or never freed after their cool-down;"
                    + " expected to be empty")
    public Uni<Page<AddressView>> listLeaks(@BeanParam PageRequest page) {
        return addresses.leaked(current.get(), page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.READ)
    @Operation(summary = "Show an address")
    public Uni<RestResponse<AddressView>> get(@PathParam("id") UUID id) {
        return addresses.get(current.get(), id).map(Answers::of);
    }

    @PATCH
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.UPDATE)
    @Refuses(conflict = {"ADDRESS_NOT_HELD", "ADDRESS_OF_PORT", "ADDRESS_BEING_TRANSFERRED"})
    @Operation(summary = "Change an address's lease, tags or reverse DNS name")
    public Uni<RestResponse<AddressView>> change(@PathParam("id") UUID id, @NotNull @Valid ChangeAddress command) {
        return addresses.change(current.get(), id, command).map(Answers::of);
    }

    @DELETE
    @Path("{id}")
    @Requires(resource = ResourceType.NETWORK, action = Action.DELETE)
    @Refuses(conflict = {"ADDRESS_NOT_HELD", "ADDRESS_OF_PORT", "ADDRESS_BEING_TRANSFERRED"})
    @Operation(summary = "Release an address or a range")
    public Uni<RestResponse<AddressView>> release(@PathParam("id") UUID id) {
        return addresses.release(current.get(), id).map(Answers::of);
    }

    @POST
    @Path("{id}/attach")
    @Requires(resource = ResourceType.NETWORK, action = Action.UPDATE)
    @Refuses(
            conflict = {
                "ADDRESS_MOVED",
                "ADDRESS_NOT_FLOATING",
                "ADDRESS_NOT_HELD",
                "ADDRESS_BEING_TRANSFERRED",
                "INSTANCE_HAS_NO_PORT",
                "OTHER_DATA_CENTER"
            })
    @Operation(summary = "Attach a floating address to an instance, moving it if it is attached elsewhere")
    public Uni<RestResponse<AddressView>> attach(@PathParam("id") UUID id, @NotNull @Valid AttachAddress command) {
        return floating.attach(current.get(), id, command).map(Answers::of);
    }

    @POST
    @Path("{id}/detach")
    @Requires(resource = ResourceType.NETWORK, action = Action.UPDATE)
    @Refuses(conflict = {"ADDRESS_MOVED", "ADDRESS_NOT_FLOATING", "ADDRESS_NOT_HELD", "ADDRESS_BEING_TRANSFERRED"})
    @Operation(summary = "Detach a floating address from its instance")
    public Uni<RestResponse<AddressView>> detach(@PathParam("id") UUID id) {
        return floating.detach(current.get(), id).map(Answers::of);
    }
}
