package io.skyholm.billing.wallet;

import io.skyholm.events.identity.TenantFact;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** To whom invoices are made out: a tenant says it of its own; until then they bear the tenant's name. */
@ApplicationScoped
public class BillingDetails {

    private static final Select<BillingDetailsView> SELECT =
            Select.of(BillingDetailsView.class, "billing_details").with("name", "coalesce(name, tenant_name)");
    private static final String FIND = SELECT.sql() + " where wallet_id = $1";
    private static final String LOCK = FIND + " for no key update";

    private static final String CHANGE = """
            update billing_details set name = $2, address = $3, country = $4, tax_id = $5, email = $6,
                generation = generation + 1, updated_at = calendar_now()
            where wallet_id = $1""";

    private static final String NOTE = """
            insert into billing_details (wallet_id, tenant_id, tenant_name, tenant_generation, admin_user_id, created_at, updated_at)
            select id, tenant_id, $2, $3, $4, calendar_now(), calendar_now() from wallet where tenant_id = $1
            on conflict (wallet_id) do update set tenant_name = excluded.tenant_name,
                tenant_generation = excluded.tenant_generation, admin_user_id = excluded.admin_user_id
            where billing_details.tenant_generation < excluded.tenant_generation""";

    private static final String CUSTOMER = """
            select wallet.id as wallet_id, wallet.tenant_id, wallet.currency,
                coalesce(details.name, details.tenant_name, 'Tenant ' || wallet.tenant_id) as name,
                details.address, details.country, details.tax_id, details.email, details.admin_user_id
            from wallet left join billing_details details on details.wallet_id = wallet.id
            where wallet.id = $1""";

    private final Commands commands;
    private final TenantRead read;

    BillingDetails(Commands commands, TenantRead read) {
        this.commands = commands;
        this.read = read;
    }

    /** Notes what identity says of a tenant that has a wallet. */
    void note(Work work, TenantFact tenant) {
        work.send(NOTE, tenant.id(), tenant.name(), tenant.generation(), tenant.adminUserId());
    }

    /** To whom the wallet's invoices are made out now; empty if whoever asks sees no such wallet. */
    public Uni<Optional<Customer>> customer(Work work, UUID wallet) {
        return work.find(Customer.class, CUSTOMER, wallet);
    }

    Uni<BillingDetailsView> get(Call call, UUID wallet) {
        return read.one(call.caller().scope(), Statement.of(FIND, wallet), SELECT.type())
                .map(found -> found.orElseThrow(Wallets::notFound));
    }

    Uni<BillingDetailsView> change(Call call, UUID wallet, ChangeBillingDetails command) {
        return commands.change(call, work -> work.find(BillingDetailsView.class, LOCK, wallet)
                .map(found -> found.orElseThrow(Wallets::notFound))
                .invoke(found -> call.requireMatch(found.generation()))
                .invoke(() -> work.send(
                        CHANGE,
                        wallet,
                        command.name(),
                        command.address(),
                        command.country(),
                        command.taxId(),
                        command.email()))
                .chain(() -> work.one(BillingDetailsView.class, FIND, wallet)));
    }
}
