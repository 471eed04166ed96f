package io.skyholm.network.local;

import io.skyholm.network.NetworkSettings;
import io.skyholm.network.instance.DefaultNetworks;
import io.skyholm.network.known.DataCenterListener;
import io.skyholm.network.subnet.CreateSubnet;
import io.skyholm.network.subnet.Subnets;
import io.skyholm.network.vpc.CreateVpc;
import io.skyholm.network.vpc.Vpcs;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives the data centre of a platform on one machine a default subnet, so that instances find addresses there. */
@ApplicationScoped
class LocalNetwork implements Reconciler, DefaultNetworks {

    private static final String WITHOUT = """
            select center.id from known_data_center center
            where center.name = 'local' and center.status <> 'DELETED'
                and not exists (select from vpc where vpc.edge_data_center_id = center.id and vpc.tenant_id is null)""";
    private static final String KNOWN = "select 1 from known_data_center where id = $1";
    private static final String NAME = "local";
    private static final String NAME_TAKEN =
            "select 1 from vpc where tenant_id is null and lower(name) = $1 and deleted_at is null";
    private static final int SUFFIX = 6;
    private static final String BLOCK = "10.64.0.0/16";

    private final TenantTransaction transactions;
    private final Vpcs vpcs;
    private final Subnets subnets;
    private final NetworkSettings settings;

    LocalNetwork(TenantTransaction transactions, Vpcs vpcs, Subnets subnets, NetworkSettings settings) {
        this.transactions = transactions;
        this.vpcs = vpcs;
        this.subnets = subnets;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return DataCenterListener.LOCAL_NETWORK;
    }

    @Override
    public String unrested() {
        return settings.local() ? WITHOUT : WITHOUT + " and false";
    }

    /** A platform on more than one machine has its networks from its operators, and none that would have to be waited for. */
    @Override
    public Uni<Boolean> areMade(Work work, @Nullable UUID dataCenter) {
        return work.exists(KNOWN, dataCenter)
                .chain(known -> known && settings.local()
                        ? work.exists(WITHOUT + " and center.id = $1", dataCenter)
                                .map(lacking -> !lacking)
                        : Uni.createFrom().item(known));
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return settings.local()
                ? transactions.change(cause, work -> {
                    work.lockName("the local network");
                    return work.query(WITHOUT + " and center.id = $1", id)
                            .chain(found -> found.hasNext()
                                    ? make(work, id)
                                    : Uni.createFrom().item(Next.DONE));
                })
                : Uni.createFrom().item(Next.DONE);
    }

    private Uni<Next> make(Work work, UUID center) {
        return work.exists(NAME_TAKEN, NAME)
                .chain(taken -> vpcs.create(work, vpc(center, taken)))
                .chain(vpc -> subnets.create(work, subnet(vpc.id()), null))
                .replaceWith(Next.DONE);
    }

    private static CreateVpc vpc(UUID center, boolean nameTaken) {
        String id = center.toString();
        String name = nameTaken ? NAME + " " + id.substring(id.length() - SUFFIX) : NAME;
        return new CreateVpc(null, name, null, BLOCK, null, center, null, null, null, null);
    }

    private static CreateSubnet subnet(UUID vpc) {
        return new CreateSubnet(vpc, NAME, BLOCK, null, null, null, null, null, null, true, true, null);
    }
}
