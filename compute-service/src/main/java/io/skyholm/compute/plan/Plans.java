package io.skyholm.compute.plan;

import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be known of plans; who makes and changes them is billing. */
@ApplicationScoped
public class Plans {

    private static final String SEED = """
            insert into known_plan (id, generation, name, cpu_cores, memory_gb, storage_gb, bandwidth_gbps, traffic_gb,
                hourly_rate, monthly_rate, currency, is_active, created_at, updated_at)
            select ('00000000-0000-7000-8000-0000000000' || number)::uuid, 1, name, cores, memory, storage, bandwidth,
                traffic, hourly, monthly, 'EUR', true, calendar_now(), calendar_now()
            from (values
                ('a1', 'tiny', 1, 1, 25, 0.5, 1000, 0.0075, 5.00),
                ('a2', 'small', 1, 2, 50, 1, 2000, 0.0150, 10.00),
                ('a3', 'medium', 2, 4, 80, 2, 4000, 0.0300, 20.00),
                ('a4', 'large', 4, 8, 160, 4, 5000, 0.0600, 40.00),
                ('a5', 'xlarge', 8, 16, 320, 5, 8000, 0.1200, 80.00)
            ) as plan (number, name, cores, memory, storage, bandwidth, traffic, hourly, monthly)
            on conflict do nothing""";

    private final PlanStore store;

    Plans(PlanStore store) {
        this.store = store;
    }

    /** Five sizes for a suite whose billing has none yet, always of the same ids. */
    public Uni<Void> seed(Work work) {
        return work.execute(SEED).replaceWithVoid();
    }

    Uni<PlanView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(() -> Problem.notFound("plan")));
    }

    Uni<Page<PlanView>> list(Call call, PlanFilter filter, ListPart page) {
        return store.list(call.caller().scope(), filter, page);
    }
}
