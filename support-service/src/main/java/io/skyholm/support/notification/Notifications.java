package io.skyholm.support.notification;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.Rows;
import io.skyholm.events.Event;
import io.skyholm.events.EventJson;
import io.skyholm.events.support.NotificationEvents;
import io.skyholm.events.support.NotificationFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people are told; everybody sees what they themselves are told, and nobody else does. */
@Startup
@ApplicationScoped
class Notifications {

    /** A service that is new where others have told for years does not tell people all of it. */
    private static final Duration NEWS = Duration.ofDays(2);

    /**
     * Where somebody is at home who is active; who is not known yet is where the thing is that it is about. Nowhere, where they have not read
     * the same of the same thing.
     */
    private static final String HOME = """
            select coalesce(known_user.tenant_id, $2::uuid)
            from (select $1::uuid as id) asked left join known_user on known_user.id = asked.id
            where (known_user.id is null or known_user.status = 'ACTIVE') and not exists (
                select from notification where user_id = $1 and read_at is null and message = $3 and metadata = $4)""";

    private static final String KNOWN_HOME = "select tenant_id from known_user where id = $1 and status = 'ACTIVE'";

    private static final String READ = """
            update notification set read_at = calendar_now(), generation = generation + 1, updated_at = calendar_now(), updated_by = $1
            where user_id = $1 and read_at is null and ($2::uuid is null or id = $2)""";

    private static final String UNREAD =
            "select count(*) as unread from notification where user_id = $1 and read_at is null";

    private final Commands commands;
    private final TenantRead read;
    private final Aggregate<Notification, NotificationView, NotificationFact> notifications;

    Notifications(Commands commands, TenantRead read, Aggregates aggregates) {
        this.commands = commands;
        this.read = read;
        this.notifications = aggregates.of(
                "notification",
                Notification.class,
                Select.of(NotificationView.class, "notification").with("isRead", "read_at is not null"),
                NotificationEvents.TYPES);
    }

    /** Tells whom it concerns of what happened, if the rules say so and it is news. */
    Uni<Void> tell(Work work, Event<?> event) {
        if (event.headers().time().isBefore(work.now().minus(NEWS))) {
            return Uni.createFrom().voidItem();
        }
        return NotificationRules.of(event)
                .map(wanted -> tell(work, wanted, event.headers().tenantId()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> tell(Work work, NewNotification wanted, @Nullable UUID tenant) {
        return work.value(
                        UUID.class, HOME, wanted.userId(), tenant, wanted.message(), EventJson.write(wanted.metadata()))
                .chain(home -> home.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : insert(work, home.get(), wanted, null).replaceWithVoid());
    }

    Uni<NotificationView> create(Call call, CreateNotification command) {
        if (!call.caller().ofPlatform()) {
            throw Problem.forbidden("Only the operator's people tell others something");
        }
        return commands.changeOnce(call, command, NotificationView.class, work -> work.value(
                        UUID.class, KNOWN_HOME, command.userId())
                .map(home -> home.orElseThrow(() -> Problem.invalid("userId", "names no active user that you may see")))
                .chain(home ->
                        insert(work, home, command.wanted(), call.caller().id())));
    }

    private Uni<NotificationView> insert(Work work, UUID home, NewNotification wanted, @Nullable UUID by) {
        return notifications.insert(
                work, NotificationEvents.CREATED, new Notification(home, wanted, notifications.created(by)));
    }

    Uni<Page<NotificationView>> list(Call call, NotificationFilter filter, ListPart page) {
        return notifications.page(
                call,
                notifications.query().where("user_id = ?", call.caller().id()).matching(filter),
                page);
    }

    Uni<NotificationView> get(Call call, UUID id) {
        return notifications
                .views()
                .find(
                        call.caller().scope(),
                        "id = $1 and user_id = $2",
                        id,
                        call.caller().id())
                .map(found -> found.orElseThrow(Notifications::notFound));
    }

    Uni<UnreadView> unread(Call call) {
        return read.one(
                        call.caller().scope(),
                        Statement.of(UNREAD, call.caller().id()),
                        RowType.of(UnreadView.class))
                .map(found -> found.orElseGet(() -> new UnreadView(0)));
    }

    /** One that was read before stays read since then. */
    Uni<NotificationView> read(Call call, UUID id) {
        return commands.change(call, work -> work.execute(READ, call.caller().id(), id))
                .chain(() -> get(call, id));
    }

    Uni<UnreadView> readAll(Call call) {
        return commands.change(call, work -> work.execute(READ, call.caller().id(), null))
                .chain(() -> unread(call));
    }

    private static Problem notFound() {
        return Problem.notFound("notification");
    }

    /** They go with their tenant. */
    @Produces
    @Singleton
    static DataHolder ofDeletedTenant() {
        return Rows.ofTenant(SETTINGS, "notifications", "notification");
    }

    /** They go with whom they were for. */
    @Produces
    @Singleton
    static DataHolder ofDeletedUser() {
        return Rows.ofUser(SETTINGS, "notifications", "notification", "user_id");
    }
}
