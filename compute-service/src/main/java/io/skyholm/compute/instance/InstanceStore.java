package io.skyholm.compute.instance;

import io.quarkus.runtime.Startup;
import io.skyholm.compute.placement.SetMachines;
import io.skyholm.compute.quota.HeldCharges;
import io.skyholm.compute.stackscript.RenderedScript;
import io.skyholm.compute.stackscript.SealedScripts;
import io.skyholm.compute.wallet.StartingCost;
import io.skyholm.events.EventJson;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.usage.HeldQuota;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds instances: for callers, and what rooms below ask of all of them. */
@Startup
@Singleton
class InstanceStore implements SetMachines, HeldCharges, HeldQuota, StartingCost {

    private static final String INSTANCES = """
            (select * from instance) instance
            left join lateral (select ipv4, ipv6 from known_network where instance_id = instance.id) port on true
            left join lateral (select number, since as waiting_since, explanation from placement_queue
                where instance_id = instance.id) place on true""";

    private static final String WAITING = """
            case when explanation is not null then json_build_object(
                'position', (select count(*) from placement_queue before where before.number <= place.number),
                'since', waiting_since, 'explanation', explanation::json)::text end""";

    /** The values of its script are its tenant's alone; operators, who see all tenants, are not shown them. */
    private static final String OWN_SCRIPT = """
            case when tenant_id = nullif(current_setting('skyholm.tenant', true), '')::uuid and stack_script_data is not null
                then json_build_object('id', id, 'tenantId', tenant_id, 'sealed', stack_script_data)::text end""";

    private static final String MACHINES_OF_SET = """
            select distinct compute_machine_id from instance
            where instance_set_id = $1 and compute_machine_id is not null""";

    /** What is sealed, with the place that it is sealed for. */
    record OwnScript(UUID id, UUID tenantId, String sealed) {}

    private final Views<InstanceView> views;

    InstanceStore(ViewFactory views, SealedScripts scripts) {
        this.views = views.of(Select.of(InstanceView.class, INSTANCES)
                .with("statusDetail", "coalesce(status_detail, wait_reason)")
                .with("waiting", WAITING)
                .with("ipAddress", "coalesce(ipv4, ipv6)")
                .with("stackScriptData", OWN_SCRIPT)
                .decoding("stackScriptData", kept -> shown(scripts, EventJson.read(kept, OwnScript.class))));
    }

    private static Map<String, String> shown(SealedScripts scripts, OwnScript script) {
        return scripts.open(script.sealed(), InstanceSecrets.SCRIPT.place(script.tenantId(), script.id()))
                .map(RenderedScript::shown)
                .orElseThrow();
    }

    Uni<Optional<InstanceView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<InstanceView>> list(TenantScope scope, InstanceFilter filter, ListPart page) {
        return views.page(scope, views.query().inScope(scope).matching(filter), page);
    }

    @Override
    public Uni<List<UUID>> machinesOf(Work work, UUID set) {
        return work.values(UUID.class, MACHINES_OF_SET, set);
    }

    @Override
    public String charges(String tenant, String scope) {
        return """
            select coalesce(sum(quota_instances), 0) as instances, coalesce(sum(quota_cpu_cores), 0) as vcpus,
                coalesce(sum(quota_memory_gb), 0) * 1024 as memory_mb,
                coalesce(sum(quota_storage_gb), 0) as storage_gb, coalesce(sum(quota_gpu_count), 0) as gpus
            from instance where tenant_id = %s and quota_scopes <> '{}' and quota_scopes @> array[%s::uuid::text]""".formatted(tenant, scope);
    }

    @Override
    public String startingCost(String tenant) {
        return """
            select coalesce(sum(hourly_rate), 0) from instance join known_plan on known_plan.id = instance.plan_id
            where instance.tenant_id = %s and instance.deleted_at is null and instance.status in ('CREATING', 'STARTING')
                and instance.intent = 'KEEP'""".formatted(tenant);
    }

    @Override
    public String held(String tenant, String holders) {
        return """
            with charged as materialized (
                select unnest(quota_scopes)::uuid as scope, quota_instances, quota_cpu_cores, quota_memory_gb,
                    quota_storage_gb, quota_gpu_count
                from instance where tenant_id = %s and quota_scopes <> '{}')
            select holder, jsonb_build_object(
                'instances', coalesce(sum(quota_instances), 0), 'vcpus', coalesce(sum(quota_cpu_cores), 0),
                'memoryMb', coalesce(sum(quota_memory_gb), 0) * 1024, 'storageGb', coalesce(sum(quota_storage_gb), 0),
                'gpus', coalesce(sum(quota_gpu_count), 0)) as used
            from unnest(%s) holder left join charged on scope = holder
            group by holder""".formatted(tenant, holders);
    }
}
