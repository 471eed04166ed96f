package io.skyholm.compute.console;

import io.skyholm.compute.instance.Instances;
import io.skyholm.events.host.ConsoleUse;
import io.skyholm.runtime.call.AnonymousCall;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads consoles. The host is asked by its topic and answers over HTTP, to whichever replica; the answer is kept in the database for the
 * moment in which somebody waits for it.
 */
@ApplicationScoped
class ConsoleLogs {

    private final TenantTransaction transactions;
    private final Instances instances;
    private final ConsoleRequests requests;
    private final ConsoleSettings settings;
    private final ConsoleWaiters waiters;

    ConsoleLogs(
            TenantTransaction transactions, Instances instances, ConsoleRequests requests, ConsoleSettings settings) {
        this.transactions = transactions;
        this.instances = instances;
        this.requests = requests;
        this.settings = settings;
        this.waiters = new ConsoleWaiters(settings.waiting(), settings.waitingOfTenant());
    }

    /** The last lines of an instance's console. */
    Uni<String> show(Call call, UUID id, int lines) {
        return instances
                .get(call, id)
                .map(instance -> ConsolePlace.of(call.caller(), instance))
                .chain(place -> inPlace(call, place))
                .map(text -> ConsoleText.end(text, lines));
    }

    private Uni<String> inPlace(Call call, ConsolePlace place) {
        UUID tenant = call.caller().tenantId();
        if (!waiters.enter(tenant)) {
            throw ConsoleProblems.tooManyWait();
        }
        return read(call, place).onTermination().invoke(() -> waiters.leave(tenant));
    }

    /** Telling a host takes the platform's rights, which the caller does not have: that they may see the instance was found before. */
    private Uni<String> read(Call call, ConsolePlace place) {
        return transactions
                .change(call.causeAcrossTenants(), work -> requests.log(work, place, settings.patience()))
                .chain(request -> awaited(request, RealTime.now().plus(settings.patience())));
    }

    private Uni<String> awaited(UUID request, Instant until) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(settings.look())
                .chain(() -> requests.answer(request))
                .chain(found -> found.filter(ConsoleAnswer::isAnswered)
                        .map(answer -> Uni.createFrom().item(answer.text()))
                        .orElseGet(() -> again(request, found, until)));
    }

    private Uni<String> again(UUID request, Optional<ConsoleAnswer> found, Instant until) {
        if (found.isEmpty() || RealTime.now().isAfter(until)) {
            throw ConsoleProblems.hostDidNotAnswer();
        }
        return awaited(request, until);
    }

    /** Takes the answer of a host, which shows by its signature that it is the one that was asked. */
    Uni<Void> take(AnonymousCall call, UUID request, TellConsoleLog command) {
        Function<Work, Uni<Void>> taking = work -> requests.asked(work, request, ConsoleUse.LOG)
                .map(found -> found.orElseThrow(ConsoleProblems::notFound))
                .chain(asked -> answer(work, asked, command));
        Cause cause = call.cause(null);
        return call.conditions().dryRun() ? transactions.tryOut(cause, taking) : transactions.change(cause, taking);
    }

    private Uni<Void> answer(Work work, AskedConsole asked, TellConsoleLog command) {
        if (!command.isTo(asked, RealTime.now())) {
            throw ConsoleProblems.refused();
        }
        String failure = command.failure();
        return failure == null
                ? requests.answer(work, asked, text(command), null)
                : requests.answer(work, asked, null, failure);
    }

    private static String text(TellConsoleLog command) {
        return ConsoleText.read(command.log()).orElseThrow(() -> Problem.invalid("log", "must be Base64"));
    }
}
