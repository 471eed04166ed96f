package io.skyholm.network.networkingconfig;

import io.skyholm.events.EventType;
import io.skyholm.events.network.NetworkingConfigEvents;
import io.skyholm.events.network.NetworkingConfigFact;
import io.skyholm.events.network.NetworkingConfigType;
import io.skyholm.network.port.StalePorts;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What can be done with networking documents: of each type one is active at most. */
@ApplicationScoped
class NetworkingConfigs {

    private static final String ALONE =
            "select 1 from pg_advisory_xact_lock(hashtextextended('the networking documents', 0))";
    private static final String OTHERS =
            "from NetworkingConfig where isActive and deletedAt is null and id <> :id and type = :type";

    private final Commands commands;
    private final NetworkingConfigStore store;
    private final NetworkingConfigPublisher publisher;
    private final StalePorts ports;

    NetworkingConfigs(
            Commands commands, NetworkingConfigStore store, NetworkingConfigPublisher publisher, StalePorts ports) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.ports = ports;
    }

    Uni<NetworkingConfigView> create(Call call, CreateNetworkingConfig command) {
        NetworkingConfig config =
                new NetworkingConfig(Ids.next(), command, call.caller().id(), Instant.now());
        return commands.changeOnce(call, command, NetworkingConfigView.class, work -> {
                    work.send(ALONE);
                    return makeRoom(call, work, config)
                            .chain(() -> {
                                publisher.publish(work, NetworkingConfigEvents.CREATED, config);
                                tell(work, config);
                                return work.insert(config);
                            })
                            .replaceWith(() -> NetworkingConfigView.of(config));
                })
                .onFailure()
                .transform(NetworkingConfigProblems::explain);
    }

    Uni<NetworkingConfigView> change(Call call, UUID id, ChangeNetworkingConfig command) {
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(command::applyTo)
                        .call(config -> makeRoom(call, work, config))
                        .chain(config -> save(call, work, config, NetworkingConfigEvents.CHANGED)))
                .onFailure()
                .transform(NetworkingConfigProblems::explain);
    }

    Uni<NetworkingConfigView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id).chain(config -> {
            config.delete(Instant.now());
            return save(call, work, config, NetworkingConfigEvents.DELETED);
        }));
    }

    Uni<NetworkingConfigView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id)
                .map(found -> found.orElseThrow(NetworkingConfigProblems::notFound));
    }

    Uni<Page<NetworkingConfigView>> list(Call call, NetworkingConfigFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page)
                .map(found -> Page.of(found, page, NetworkingConfigView::id));
    }

    /** Before a document becomes active, the one that was is no longer. */
    private Uni<Void> makeRoom(Call call, Work work, NetworkingConfig config) {
        return config.isActive
                ? work.session()
                        .createSelectionQuery(OTHERS, NetworkingConfig.class)
                        .setParameter("id", config.id)
                        .setParameter("type", config.type)
                        .getSingleResultOrNull()
                        .chain(other -> other == null ? Uni.createFrom().voidItem() : deactivate(call, work, other))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> deactivate(Call call, Work work, NetworkingConfig other) {
        other.isActive = false;
        return save(call, work, other, NetworkingConfigEvents.CHANGED).replaceWithVoid();
    }

    private static Uni<NetworkingConfig> locked(Call call, Work work, UUID id) {
        work.send(ALONE);
        return work.lock(NetworkingConfig.class, id)
                .map(found ->
                        found.filter(config -> !config.isDeleted()).orElseThrow(NetworkingConfigProblems::notFound))
                .invoke(config -> call.requireMatch(config.generation));
    }

    private Uni<NetworkingConfigView> save(
            Call call, Work work, NetworkingConfig config, EventType<NetworkingConfigFact> event) {
        config.changed(call.caller().id(), Instant.now());
        publisher.publish(work, event, config);
        tell(work, config);
        return work.update(config).replaceWith(() -> NetworkingConfigView.of(config));
    }

    /** Ports are told name servers; the other documents are for those who read them. */
    private void tell(Work work, NetworkingConfig config) {
        if (config.type == NetworkingConfigType.RESOLVERS) {
            ports.withoutResolvers(work);
        }
    }
}
