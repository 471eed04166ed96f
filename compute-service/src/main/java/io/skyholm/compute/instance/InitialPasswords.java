package io.skyholm.compute.instance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.sealed.Envelope;
import io.skyholm.compute.sealed.Sealed;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Shows initial passwords, each once. */
@ApplicationScoped
class InitialPasswords {

    private static final String USERNAME = "root";
    private static final String UNSEEN = "(not shown in a dry run)";

    private final Commands commands;
    private final Envelope envelope;

    InitialPasswords(Commands commands, Envelope envelope) {
        this.commands = commands;
        this.envelope = envelope;
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
