package io.skyholm.compute.instance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.operation.OperationView;
import io.skyholm.events.compute.OperationKind;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.Sealed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Shows passwords, each once, and has others made. */
@ApplicationScoped
class InitialPasswords {

    private static final String USERNAME = "root";
    private static final String UNSEEN = "(not shown in a dry run)";

    private final Commands commands;
    private final Envelope envelope;
    private final Instances instances;

    InitialPasswords(Commands commands, Envelope envelope, Instances instances) {
        this.commands = commands;
        this.envelope = envelope;
        this.instances = instances;
    }

    /** Has another one made, which is shown once like the first. */
    Uni<OperationView> reset(Call call, UUID id) {
        if (!envelope.canSeal()) {
            throw InstanceProblems.noKey();
        }
        return instances.act(call, id, OperationKind.RESET_PASSWORD);
    }

    Uni<InitialPassword> show(Call call, UUID id) {
        return commands.change(call, work -> work.lock(Instance.class, id)
                .map(found -> found.filter(instance -> !instance.isDeleted()).orElseThrow(InstanceProblems::notFound))
                .chain(instance -> {
                    FirstPassword password = instance.password;
                    if (password == null) {
                        throw InstanceProblems.passwordNotThere();
                    }
                    Sealed sealed = password.sealed().orElseThrow(() -> unseen(password));
                    password.shown(Instant.now().truncatedTo(MICROS));
                    return work.update(instance).replaceWith(() -> new InitialPassword(USERNAME, text(call, sealed)));
                }));
    }

    private static Problem unseen(FirstPassword password) {
        return password.isShown() ? InstanceProblems.passwordShown() : InstanceProblems.passwordNotThere();
    }

    /** A dry run shows as often as it is asked; hence it shows nothing. */
    private String text(Call call, Sealed sealed) {
        return call.conditions().dryRun() ? UNSEEN : envelope.open(sealed);
    }
}
