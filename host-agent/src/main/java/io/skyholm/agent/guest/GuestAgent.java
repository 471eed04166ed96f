package io.skyholm.agent.guest;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.agent.hypervisor.Pause;
import io.skyholm.events.EventJson;
import io.skyholm.events.MalformedEventException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * QEMU's agent in a guest, which runs scripts there. Many guests have none, and what one answers is the guest's word.
 *
 * @param longest how long a script is waited for
 */
public record GuestAgent(Channel channel, Duration longest) {

    private static final Logger LOG = LoggerFactory.getLogger(GuestAgent.class);

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    /** How an agent is reached. */
    @FunctionalInterface
    public interface Channel {

        /** What the agent answers to a command of its protocol; nothing where none answers. */
        Optional<String> ask(String command);
    }

    public GuestAgent(Channel channel) {
        this(channel, LONGEST);
    }

    /** Begins a script, and waits for nothing of it. Does nothing where no agent answers. */
    public void begin(String script) {
        boolean isBegun = run(script).isPresent();
        LOG.debug("A script is begun in the guest: {}", isBegun);
    }

    /** The same, and waits for its end, though not long. Of a script that was begun it says whether it came to a good end; of none, that nothing is left to do. */
    public boolean finish(String script) {
        Optional<Long> process = run(script);
        return process.isEmpty() || endsWell(process.get());
    }

    private boolean endsWell(long process) {
        long until = System.nanoTime() + longest.toNanos();
        Optional<JsonNode> status = status(process);
        while (status.isPresent() && !hasEnded(status.get())) {
            if (System.nanoTime() > until) {
                return false;
            }
            Pause.of(BETWEEN_LOOKS, "The guest's agent has not answered yet");
            status = status(process);
        }
        return status.filter(ended -> ended.path("exitcode").asInt(1) == 0).isPresent();
    }

    private static boolean hasEnded(JsonNode status) {
        return status.path("exited").asBoolean(true);
    }

    private Optional<Long> run(String script) {
        return ask("guest-exec", Map.of("path", "/bin/sh", "arg", List.of("-c", script)))
                .map(answer -> answer.path("pid"))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::longValue);
    }

    private Optional<JsonNode> status(long process) {
        return ask("guest-exec-status", Map.of("pid", process));
    }

    private Optional<JsonNode> ask(String command, Map<String, Object> arguments) {
        try {
            return channel.ask(EventJson.write(Map.of("execute", command, "arguments", arguments)))
                    .map(answer -> EventJson.read(answer, JsonNode.class).path("return"));
        } catch (MalformedEventException failure) {
            LOG.debug("The guest's agent answers what is no answer", failure);
            return Optional.empty();
        }
    }
}
