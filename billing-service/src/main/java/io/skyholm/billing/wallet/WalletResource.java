package io.skyholm.billing.wallet;

import io.skyholm.events.access.Action;
import io.skyholm.events.access.ResourceType;
import io.skyholm.runtime.access.Requires;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.http.Answers;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Wallets over HTTP. */
@Path("/v1/wallets")
@Tag(name = "Wallets", description = "What a tenant has paid in advance: one wallet for each, made with its tenant.")
public class WalletResource {

    private final Wallets wallets;
    private final CurrentCall current;

    WalletResource(Wallets wallets, CurrentCall current) {
        this.wallets = wallets;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.WALLET, action = Action.READ)
    @Operation(summary = "List wallets, newest first")
    public Uni<Page<WalletView>> list(@BeanParam WalletFilter filter, @BeanParam PageRequest page) {
        return wallets.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.WALLET, action = Action.READ)
    @Operation(summary = "Show a wallet")
    public Uni<RestResponse<WalletView>> get(@PathParam("id") UUID id) {
        return wallets.get(current.get(), id).map(Answers::of);
    }
}
