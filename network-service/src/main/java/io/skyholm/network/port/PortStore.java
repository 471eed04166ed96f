package io.skyholm.network.port;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;

/** Finds ports. */
@Startup
@Singleton
public class PortStore {

    private static final String OF_INSTANCE =
            "from Port where instanceId = :instance and revision.deletedAt is null order by ordinal";

    private final Views<PortView> views;

    PortStore(ViewFactory views, PortAddresses addresses, MonthlyTraffic traffic) {
        this.views = views.of(Select.of(PortView.class, "port")
                .with("addresses", "array(" + addresses.ofPort("port.id", "held.ip_address") + ")")
                .with("securityGroupIds", """
                        array(select held.security_group_id from port_security_group held
                            where held.port_id = port.id order by 1)""")
                .with("state", "seen_state")
                .with("trafficUsedBytes", "(" + traffic.bytesThisMonth("port.id") + ")"));
    }

    Uni<Optional<PortView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<PortView>> list(TenantScope scope, PortFilter filter, ListPart page) {
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }

    /** The ports that an instance has, that of the default route first; nobody else changes them meanwhile. */
    public Uni<List<Port>> held(Work work, UUID instance) {
        return work.session()
                .createSelectionQuery(OF_INSTANCE, Port.class)
                .setParameter("instance", instance)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
