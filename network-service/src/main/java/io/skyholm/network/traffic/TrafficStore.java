package io.skyholm.network.traffic;

import io.quarkus.runtime.Startup;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Finds what ports carried. */
@Startup
@Singleton
class TrafficStore {

    private final Views<TrafficView> months;

    TrafficStore(ViewFactory views) {
        this.months = views.of(
                Select.of(TrafficView.class, "traffic, lateral traffic_carried(traffic.port_id, traffic.month)")
                        .with("month", "to_char(month, 'YYYY-MM')")
                        .with("usedBytes", "received_bytes + sent_bytes"));
    }

    Uni<Page<TrafficView>> list(TenantScope scope, TrafficFilter filter, ListPart page) {
        return months.page(scope, months.query().inScope(scope).matching(filter), page);
    }
}
