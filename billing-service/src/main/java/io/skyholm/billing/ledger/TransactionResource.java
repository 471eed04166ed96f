package io.skyholm.billing.ledger;

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

/** Transactions over HTTP. */
@Path("/v1/transactions")
@Tag(name = "Transactions", description = "What moved money on wallets: posted once, and never changed.")
public class TransactionResource {

    /** A transaction never changes. */
    static final int GENERATION = 1;

    private final Transactions transactions;
    private final CurrentCall current;

    TransactionResource(Transactions transactions, CurrentCall current) {
        this.transactions = transactions;
        this.current = current;
    }

    @GET
    @Requires(resource = ResourceType.TRANSACTION, action = Action.READ)
    @Operation(summary = "List transactions, newest first")
    public Uni<Page<TransactionView>> list(@BeanParam TransactionFilter filter, @BeanParam PageRequest page) {
        return transactions.list(current.get(), filter, page);
    }

    @GET
    @Path("{id}")
    @Requires(resource = ResourceType.TRANSACTION, action = Action.READ)
    @Operation(summary = "Show a transaction")
    public Uni<RestResponse<TransactionView>> get(@PathParam("id") UUID id) {
        return transactions.get(current.get(), id).map(transaction -> Answers.of(transaction, GENERATION));
    }
}
