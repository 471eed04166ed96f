package io.skyholm.compute.action;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.instance.Instance;
import io.skyholm.compute.instance.InstanceProblems;
import io.skyholm.compute.instance.InstanceSecrets;
import io.skyholm.compute.instance.Instances;
import io.skyholm.compute.password.InitialPassword;
import io.skyholm.events.operation.OperationKind;
import io.skyholm.operations.OperationView;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.secrets.Envelope;
import io.skyholm.secrets.Sealed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Shows passwords, each once, and has others made. */
@ApplicationScoped
class InitialPasswords {

    private static final String USERNAME = "root";
    private static final String UNSEEN = "(not shown in a dry run)";

    private final Commands commands;
    private final Envelope envelope;
    private final InstanceActions actions;

    InitialPasswords(Commands commands, Envelope envelope, InstanceActions actions) {
        this.commands = commands;
        this.envelope = envelope;
        this.actions = actions;
    }

    /** Has another one made, which is shown once like the first. */
    Uni<OperationView> reset(Call call, UUID id) {
        envelope.requireKey();
        return actions.act(call, id, OperationKind.RESET_PASSWORD);
    }

    Uni<InitialPasswordView> show(Call call, UUID id) {
        return commands.change(call, work -> Instances.held(work, id).chain(instance -> {
            InitialPassword password = instance.password().orElseThrow(InstanceProblems::passwordNotThere);
            Sealed sealed = password.sealed().orElseThrow(() -> unseen(password));
            password.shown(work.now().truncatedTo(MICROS));
            return work.update(instance)
                    .replaceWith(() -> new InitialPasswordView(USERNAME, text(call, instance, sealed)));
        }));
    }

    private static Problem unseen(InitialPassword password) {
        return password.isShown() ? InstanceProblems.passwordShown() : InstanceProblems.passwordNotThere();
    }

    /** A dry run shows as often as it is asked; hence it shows nothing. */
    private String text(Call call, Instance instance, Sealed sealed) {
        return call.conditions().dryRun()
                ? UNSEEN
                : envelope.open(sealed, InstanceSecrets.PASSWORD.place(instance.tenantId(), instance.id()));
    }
}
