package io.skyholm.agent.guest;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.agent.hypervisor.HypervisorProblem;
import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** QEMU's agent in a guest, which runs scripts there. Many guests have none, and what one answers is the guest's word. */
public record GuestAgent(Domain domain) {

    private static final Logger LOG = LoggerFactory.getLogger(GuestAgent.class);

    /** For one answer, in seconds. */
    private static final int PATIENCE = 3;

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** Begins a script, and waits for nothing of it. Does nothing where no agent answers. */
    public void begin(String script) {
        boolean isBegun = run(script).isPresent();
        LOG.debug("A script is begun in the guest: {}", isBegun);
    }

    /** The same, and waits for its end, though not long. */
    public void finish(String script) {
        Optional<Long> process = run(script);
        if (process.isPresent()) {
            long until = System.nanoTime() + LONGEST.toNanos();
            while (runs(process.get()) && System.nanoTime() < until) {
                pause();
            }
        }
    }

    private Optional<Long> run(String script) {
        return ask("guest-exec", Map.of("path", "/bin/sh", "arg", List.of("-c", script)))
                .map(answer -> answer.path("pid"))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::longValue);
    }

    private boolean runs(long process) {
        return ask("guest-exec-status", Map.of("pid", process))
                .filter(answer -> !answer.path("exited").asBoolean(true))
                .isPresent();
    }

    private Optional<JsonNode> ask(String command, Map<String, Object> arguments) {
        try {
            String asked = EventJson.write(Map.of("execute", command, "arguments", arguments));
            String answer = domain.qemuAgentCommand(asked, PATIENCE, 0);
            return Optional.ofNullable(answer)
                    .map(text -> EventJson.read(text, JsonNode.class).path("return"));
        } catch (LibvirtException | MalformedEventException failure) {
            LOG.debug("The guest's agent does not answer", failure);
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException givenUp) {
            Thread.currentThread().interrupt();
            throw new HypervisorProblem("The guest's agent has not answered yet", givenUp);
        }
    }
}
