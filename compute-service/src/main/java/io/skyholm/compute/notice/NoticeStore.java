package io.skyholm.compute.notice;

import io.quarkus.runtime.Startup;
import io.skyholm.events.compute.MaintenanceNoticeEvents;
import io.skyholm.events.compute.MaintenanceNoticeFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds maintenance notices, writes them and tells of each change. */
@Startup
@Singleton
class NoticeStore {

    private static final String NAME = "select name from instance where id = $1";
    private static final String NOTICES = """
            maintenance_notice notice left join lateral (
                select instance.name as instance_name from instance
                where instance.id = notice.instance_id) named on true""";

    private final Aggregate<Notice, NoticeView, MaintenanceNoticeFact> notices;

    NoticeStore(Aggregates aggregates) {
        this.notices = aggregates.of(
                "maintenance notice",
                Notice.class,
                Select.of(NoticeView.class, NOTICES),
                MaintenanceNoticeEvents.TYPES);
    }

    Uni<NoticeView> get(Call call, UUID id) {
        return notices.get(call, id);
    }

    Uni<Page<NoticeView>> list(Call call, NoticeFilter filter, ListPart page) {
        return notices.page(call, notices.query().inScope(call.caller().scope()).matching(filter), page);
    }

    Uni<Void> insert(Work work, Notice notice) {
        return notices.insert(work, notice.event(), notice).replaceWithVoid();
    }

    /** Counts what has changed in a notice, writes it and tells of it. */
    Uni<Void> save(Work work, Notice notice, @Nullable UUID by) {
        notice.changed(by, work.now());
        return notices.update(work, notice.event(), notice).replaceWithVoid();
    }

    /** As its tenant sees it, with the name of its instance. */
    Uni<NoticeView> view(Work work, Notice notice) {
        return work.value(String.class, NAME, notice.instanceId).map(name -> {
            notice.instanceName = name.orElse(null);
            return notices.view(notice);
        });
    }
}
