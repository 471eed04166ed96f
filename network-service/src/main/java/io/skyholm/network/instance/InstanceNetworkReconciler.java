package io.skyholm.network.instance;

import static io.skyholm.events.network.InstanceNetworkStatus.FAILED;
import static io.skyholm.events.network.InstanceNetworkStatus.READY;
import static io.skyholm.events.network.InstanceNetworkStatus.RELEASED;
import static io.skyholm.events.network.InstanceNetworkStatus.RELEASING;
import static io.skyholm.events.network.InstanceNetworkStatus.WAITING;

import io.skyholm.events.network.InstanceNetworkStatus;
import io.skyholm.network.NetworkSettings;
import io.skyholm.network.address.AddressProblems;
import io.skyholm.network.port.Port;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.runtime.reconcile.Next;
import io.skyholm.runtime.reconcile.Reconciler;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Walks the ports of an instance from what they are to what compute wants, and tells compute how far they are. */
@ApplicationScoped
class InstanceNetworkReconciler implements Reconciler {

    static final String KIND = "instance-network";

    private static final Next UNTIL_THE_HOST_SAYS = Next.in(Duration.ofSeconds(30));

    /** What a move has led to: what compute is told, if anything, and when to look again. */
    private record Outcome(Optional<InstanceNetworkReport> news, Next next) {

        static Outcome of(InstanceNetworkStatus status, List<Port> ports, Next next) {
            return new Outcome(Optional.of(InstanceNetworkReport.of(status, ports)), next);
        }
    }

    private final RequestedNetworkStore store;
    private final InstanceNetworkRecorder recorder;
    private final NetworkMoves moves;
    private final TenantTransaction transactions;
    private final NetworkSettings settings;

    InstanceNetworkReconciler(
            RequestedNetworkStore store,
            InstanceNetworkRecorder recorder,
            NetworkMoves moves,
            TenantTransaction transactions,
            NetworkSettings settings) {
        this.store = store;
        this.recorder = recorder;
        this.moves = moves;
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String unrested() {
        return """
                select id from instance_network where status in ('WAITING', 'RELEASING')
                union
                select instance_id from port where is_stale and deleted_at is null
                union
                select requested.id from known_instance requested left join instance_network told on told.id = requested.id
                where requested.network_wanted and requested.compute_machine_id is not null and told.id is null""";
    }

    @Override
    public Uni<Next> step(UUID id, Cause cause) {
        return transactions
                .change(cause, work -> store.requested(work, id)
                        .chain(found -> found.map(requested -> step(work, requested))
                                .orElse(Uni.createFrom().item(Next.DONE))))
                .onFailure(Problem.class)
                .recoverWithUni(problem -> explain(id, cause, problem));
    }

    private Uni<Next> step(Work work, RequestedNetwork requested) {
        return recorder.told(work, requested.instanceId()).chain(told -> store.situation(work, requested, told)
                .chain(situation -> make(work, situation))
                .call(outcome -> outcome.news()
                        .map(news -> recorder.note(work, requested, told, news))
                        .orElse(Uni.createFrom().voidItem()))
                .map(Outcome::next));
    }

    private Uni<Outcome> make(Work work, InstanceNetworkState situation) {
        List<Port> ports = situation.ports();
        return switch (situation.next()) {
            case REST -> Uni.createFrom().item(new Outcome(Optional.empty(), rest(situation)));
            case SET_UP -> moves.setUp(work, situation.requested()).map(made -> Outcome.of(READY, made, Next.DONE));
            case TELL -> moves.tell(work, ports).replaceWith(Outcome.of(READY, ports, Next.DONE));
            case LEAVE -> moves.leave(work, ports).replaceWith(Outcome.of(RELEASING, ports, UNTIL_THE_HOST_SAYS));
            case LEAVE_HOST -> moves.leave(work, ports).replaceWith(movesOn(ports));
            case CHANGE_HOST -> moves.changeHost(work, situation).replaceWith(Outcome.of(READY, ports, Next.DONE));
            case FINISH -> moves.finish(work, situation).replaceWith(Outcome.of(RELEASED, List.of(), Next.NOW));
            case LEAVE_FORMER -> moves.leave(work, ports).replaceWith(goes(UNTIL_THE_HOST_SAYS));
            case FINISH_FORMER -> moves.finish(work, situation).replaceWith(goes(Next.NOW));
            case SAY_RELEASED -> Uni.createFrom().item(Outcome.of(RELEASED, List.of(), Next.DONE));
        };
    }

    private static Outcome movesOn(List<Port> ports) {
        InstanceNetworkReport news =
                new InstanceNetworkReport(WAITING, "Its ports are taken from their former machine", ports);
        return new Outcome(Optional.of(news), UNTIL_THE_HOST_SAYS);
    }

    /** Its machine is told of it without those of the tenant whose it was. */
    private static Outcome goes(Next next) {
        return new Outcome(
                Optional.of(new InstanceNetworkReport(
                        WAITING, "The ports of the tenant whose it was are taken from its machine", List.of())),
                next);
    }

    private static Next rest(InstanceNetworkState situation) {
        boolean waits = situation.status() == RELEASING || situation.status() == WAITING;
        return waits ? UNTIL_THE_HOST_SAYS : Next.DONE;
    }

    /** What was begun is undone already: only the reason is kept. */
    private Uni<Next> explain(UUID id, Cause cause, Problem problem) {
        boolean hopeless =
                problem.code().equals(AddressProblems.TAKEN) || problem.code().equals(ProblemKind.INVALID.name());
        return transactions
                .change(cause, work -> store.requested(work, id)
                        .map(Optional::orElseThrow)
                        .chain(requested ->
                                recorder.noteIfNew(work, requested, hopeless ? FAILED : WAITING, problem.detail())))
                .replaceWith(hopeless ? Next.DONE : Next.in(settings.retry()));
    }
}
