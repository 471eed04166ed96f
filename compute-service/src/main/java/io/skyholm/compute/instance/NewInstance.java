package io.skyholm.compute.instance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.host.VmPower;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.tenant.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes an instance of what was asked for. */
final class NewInstance {

    private static final int USUAL_WAIT_SECONDS = 600;

    private NewInstance() {}

    static Instance of(Start start, Instant now) {
        Instance instance = new Instance(Ids.next(), start.tenantId(), Ids.next());
        instance.userId = start.userId();
        instance.status = InstanceStatus.CREATING;
        instance.power = VmPower.RUNNING;
        instance.fate = Fate.KEEP;
        instance.builds = 1;
        describe(instance, start.command(), now);
        instance.planId = start.chosen().planId();
        instance.origin = new Origin(start);
        instance.wanted = new WantedPlace(start.command());
        instance.amounts = new Amounts();
        instance.size(start.chosen().size());
        instance.createdAt = now.truncatedTo(MICROS);
        instance.updatedAt = instance.createdAt;
        instance.createdBy = start.createdBy();
        instance.updatedBy = start.createdBy();
        return instance;
    }

    private static void describe(Instance instance, CreateInstance command, Instant now) {
        instance.name = command.name();
        instance.hostname = command.hostname();
        instance.tags = Texts.array(orNone(command.tags()));
        instance.config = command.config() == null ? new JsonObject(Map.of()) : command.config();
        instance.deletionProtection = Patch.of(command.deletionProtection(), false);
        instance.waitSeconds = Patch.of(command.waitSeconds(), USUAL_WAIT_SECONDS);
        instance.undoSeconds = Patch.of(command.undoSeconds(), 0);
        instance.networks = Texts.networks(
                orNone(command.networks()).stream().map(CreateNetwork::wanted).toList());
        instance.schedule(command.schedule(), now);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
