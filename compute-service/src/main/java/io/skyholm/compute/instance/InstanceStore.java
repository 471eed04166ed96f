package io.skyholm.compute.instance;

import io.quarkus.runtime.Startup;
import io.skyholm.compute.stackscript.RenderedScript;
import io.skyholm.compute.stackscript.SealedScripts;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.page.ViewFactory;
import io.skyholm.runtime.page.Views;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.TenantScope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Finds instances. */
@Startup
@Singleton
class InstanceStore {

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
            case when tenant_id = nullif(current_setting('skyholm.tenant', true), '')::uuid then stack_script_data end""";

    private final Views<InstanceView> views;

    InstanceStore(ViewFactory views, SealedScripts scripts) {
        this.views = views.of(Select.of(InstanceView.class, INSTANCES)
                .with("statusDetail", "coalesce(status_detail, wait_reason)")
                .with("waiting", WAITING)
                .with("ipAddress", "coalesce(ipv4, ipv6)")
                .with("stackScriptData", OWN_SCRIPT)
                .decoding(
                        "stackScriptData",
                        kept -> scripts.open(kept).map(RenderedScript::shown).orElseThrow()));
    }

    Uni<Optional<InstanceView>> find(TenantScope scope, UUID id) {
        return views.find(scope, id);
    }

    Uni<Page<InstanceView>> list(TenantScope scope, InstanceFilter filter, PageRequest page) {
        return views.page(
                scope,
                views.query()
                        .inScope(scope)
                        .living(filter.status() != InstanceStatus.DELETED)
                        .matching(filter),
                page);
    }
}
