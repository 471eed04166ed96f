package io.skyholm.network.networkingconfig;

import io.quarkus.runtime.Startup;
import io.skyholm.events.network.NetworkingConfigEvents;
import io.skyholm.events.network.NetworkingConfigFact;
import io.skyholm.network.port.StalePorts;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What can be done with networking documents: of each type one is active at most. */
@Startup
@ApplicationScoped
class NetworkingConfigs {

    private static final String ALL = "the networking documents";
    private static final String OTHERS =
            "from NetworkingConfig where isActive and revision.deletedAt is null and id <> :id and type = :type";

    private final Commands commands;
    private final Aggregate<NetworkingConfig, NetworkingConfigView, NetworkingConfigFact> configs;
    private final StalePorts ports;

    NetworkingConfigs(Commands commands, Aggregates aggregates, StalePorts ports) {
        this.commands = commands;
        this.configs = aggregates
                .of(
                        "networking document",
                        NetworkingConfig.class,
                        NetworkingConfigView.class,
                        NetworkingConfigEvents.TYPES)
                .explaining(NetworkingConfigProblems.CONFLICTS);
        this.ports = ports;
    }

    Uni<NetworkingConfigView> create(Call call, CreateNetworkingConfig command) {
        NetworkingConfig config = new NetworkingConfig(command, configs.created(call));
        return commands.changeOnce(call, command, NetworkingConfigView.class, work -> {
            work.lockName(ALL);
            return makeRoom(call, work, config)
                    .chain(() -> configs.insert(work, NetworkingConfigEvents.CREATED, config))
                    .invoke(() -> ports.all(work));
        });
    }

    Uni<NetworkingConfigView> change(Call call, UUID id, ChangeNetworkingConfig command) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(command::applyTo)
                .call(config -> makeRoom(call, work, config))
                .chain(config -> save(call, work, config)));
    }

    Uni<NetworkingConfigView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .invoke(config -> config.isActive = false)
                .chain(config -> configs.delete(call, work, NetworkingConfigEvents.DELETED, config)
                        .invoke(() -> ports.all(work))));
    }

    Uni<NetworkingConfigView> get(Call call, UUID id) {
        return configs.get(call, id);
    }

    Uni<Page<NetworkingConfigView>> list(Call call, NetworkingConfigFilter filter, ListPart page) {
        return configs.page(call, configs.query().matching(filter), page);
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
        return save(call, work, other).replaceWithVoid();
    }

    private Uni<NetworkingConfig> locked(Call call, Work work, UUID id) {
        work.lockName(ALL);
        return configs.locked(call, work, id);
    }

    private Uni<NetworkingConfigView> save(Call call, Work work, NetworkingConfig config) {
        return configs.save(call, work, NetworkingConfigEvents.CHANGED, config).invoke(() -> ports.all(work));
    }
}
