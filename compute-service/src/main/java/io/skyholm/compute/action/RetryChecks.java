package io.skyholm.compute.action;

import io.skyholm.compute.image.BootImages;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.compute.instance.Instances;
import io.skyholm.compute.instance.RebuildInstance;
import io.skyholm.compute.size.Sizes;
import io.skyholm.events.EventJson;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Checks anew what an operation was asked with: a plan or template may have been withdrawn since. */
@Singleton
class RetryChecks {

    private static final String REQUEST = "select request from operation where id = $1";

    private final TenantRead read;
    private final Instances instances;
    private final Sizes sizes;
    private final BootImages images;
    private final Rebuilds rebuilds;

    RetryChecks(TenantRead read, Instances instances, Sizes sizes, BootImages images, Rebuilds rebuilds) {
        this.read = read;
        this.instances = instances;
        this.sizes = sizes;
        this.images = images;
        this.rebuilds = rebuilds;
    }

    Uni<Void> check(Call call, OperationView operation) {
        return switch (ActionRules.of(operation.kind()).change()) {
            case SIZE ->
                request(call, operation, ResizeRequest.class).chain(request -> resize(call, operation, request));
            case DISK ->
                request(call, operation, RebuildInstance.class).chain(request -> rebuild(call, operation, request));
            case NOTHING, RESTART, PASSWORD, MACHINE, DELETION, UNDELETION ->
                Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> resize(Call call, OperationView operation, ResizeRequest request) {
        return instances
                .get(call, operation.resourceId())
                .chain(present -> sizes.choose(call.caller(), request.requested())
                        .map(request::requireSame)
                        .chain(chosen -> sizes.check(call.caller(), chosen, ResizeInstance.from(present)))
                        .chain(chosen -> images.check(chosen, present.imageVersionId(), present.size())))
                .replaceWithVoid();
    }

    private Uni<Void> rebuild(Call call, OperationView operation, RebuildInstance request) {
        return instances
                .get(call, operation.resourceId())
                .chain(present -> rebuilds.of(call.caller(), present, request))
                .replaceWithVoid();
    }

    private <T> Uni<T> request(Call call, OperationView operation, Class<T> type) {
        return read.one(
                        call.caller().scope(),
                        Statement.of(REQUEST, operation.id()),
                        row -> EventJson.read(row.getString("request"), type))
                .map(found -> found.orElseThrow(InstanceProblems::notFound));
    }
}
