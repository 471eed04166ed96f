package io.skyholm.storage.ceph;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.NotUnderGrant;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.contract.Refuses;
import io.skyholm.runtime.http.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A storage pool's place in Ceph over HTTP. */
@Path("/v1/storage-pools/{id}/ceph")
@Tag(name = "Storage pools")
public class CephPoolResource {

    private final CephPools pools;
    private final CurrentCall current;

    CephPoolResource(CephPools pools, CurrentCall current) {
        this.pools = pools;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.SERVER, action = Action.READ)
    @Operation(
            summary = "Show where a storage pool is in Ceph",
            description = "And whether its host has connected to that. The key is shown to nobody.")
    public Uni<RestResponse<CephPoolView>> get(@PathParam("id") UUID id) {
        return pools.get(current.get(), id).map(Answers::of);
    }

    @PUT
    @Requires(resource = ResourceType.SERVER, action = Action.UPDATE)
    @NotUnderGrant(because = "it sets a secret of the platform's")
    @Refuses(conflict = {"POOL_NOT_EMPTY", "CEPH_NAMESPACE_TAKEN"})
    @Operation(
            summary = "Say where a storage pool is in Ceph",
            description =
                    "Its host is told so, with a key that nobody else can read, and connects; until it has, the status is CONNECTING. The same"
                            + " call changes the key, the monitors or the user of a pool that is in Ceph already: what works before goes on working"
                            + " until the host has connected anew, and if it cannot, the status is ERROR and `statusReason` says why. While the"
                            + " storage pool has disks, `rbdPool` and `rbdNamespace` stay, and a pool whose disks are files stays one.")
    public Uni<RestResponse<CephPoolView>> put(@PathParam("id") UUID id, @NotNull @Valid PutCephPool command) {
        return pools.put(current.get(), id, command).map(Answers::of);
    }
}
