package io.skyholm.billing.ledger;

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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

/** The transactions of a wallet over HTTP. */
@Path("/v1/wallets/{id}/transactions")
@Tag(name = "Transactions")
public class WalletTransactionResource {

    private final Transactions transactions;
    private final CurrentCall current;

    WalletTransactionResource(Transactions transactions, CurrentCall current) {
        this.transactions = transactions;
        this.current = current;
    }

    @POST
    @ResponseStatus(StatusCode.CREATED)
    @Requires(resource = ResourceType.WALLET, action = Action.MANAGE)
    @Refuses(conflict = "REFUND_TOO_LARGE", invalid = "IDEMPOTENCY_KEY_REUSED", shortOf = "INSUFFICIENT_FUNDS")
    @Operation(
            summary = "Move money on a wallet",
            description =
                    "For the platform alone: what was paid in (DEPOSIT), what is charged by hand (CHARGE), given back"
                            + " (REFUND, of a charge) or corrected (ADJUSTMENT, which may also take). The transaction keeps"
                            + " the Idempotency-Key for ever: it is never posted again under the same one.")
    public Uni<RestResponse<TransactionView>> create(
            @PathParam("id") UUID id, @NotNull @Valid CreateTransaction command) {
        return transactions
                .create(current.get(), id, command)
                .map(transaction -> Answers.created(
                        transaction, "/v1/transactions/" + transaction.id(), TransactionResource.GENERATION));
    }

    @GET
    @Requires(resource = ResourceType.TRANSACTION, action = Action.READ)
    @Operation(summary = "List the transactions of a wallet, newest first")
    public Uni<Page<TransactionView>> list(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        return transactions.ofWallet(current.get(), id, page);
    }
}
