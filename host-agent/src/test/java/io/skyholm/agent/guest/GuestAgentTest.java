package io.skyholm.agent.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuestAgentTest {

    private static final String BEGUN = "{\"return\":{\"pid\":7}}";
    private static final String RUNS = "{\"return\":{\"exited\":false}}";

    private final List<String> asked = new ArrayList<>();

    /** An agent that answers so, one thing after the other, and nothing after the last. */
    private GuestAgent answering(String... answers) {
        return new GuestAgent(
                command -> {
                    asked.add(command);
                    return asked.size() > answers.length ? Optional.empty() : Optional.of(answers[asked.size() - 1]);
                },
                Duration.ofMinutes(1));
    }

    @Test
    void aScriptIsWaitedForUntilItHasEnded() {
        assertThat(answering(BEGUN, RUNS, "{\"return\":{\"exited\":true,\"exitcode\":0}}")
                        .finish("sync"))
                .isTrue();
        assertThat(asked).hasSize(3);
        assertThat(asked.getFirst()).contains("guest-exec", "/bin/sh", "sync");
        assertThat(asked.getLast()).contains("guest-exec-status", "7");
    }

    @Test
    void whoHasNoAgentIsWaitedForByNobody() {
        assertThat(answering().finish("sync")).isTrue();
        assertThat(answering("{\"return\":{}}").finish("sync")).isTrue();
        assertThat(answering("no answer").finish("sync")).isTrue();
    }

    @Test
    void aScriptThatHasNotBeenSeenToEndWellMayNotHave() {
        assertThat(answering(BEGUN, "{\"return\":{\"exited\":true,\"exitcode\":1}}")
                        .finish("sync"))
                .isFalse();
        asked.clear();
        assertThat(answering(BEGUN, RUNS).finish("sync")).isFalse();
        asked.clear();
        assertThat(answering(BEGUN, "{\"return\":{\"exited\":true,\"signal\":9}}")
                        .finish("sync"))
                .isFalse();
    }

    @Test
    void aScriptIsNotWaitedForWithoutEnd() {
        GuestAgent slow = new GuestAgent(
                command -> Optional.of(command.contains("guest-exec-status") ? RUNS : BEGUN), Duration.ofMillis(1));
        assertThat(slow.finish("sync")).isFalse();
    }
}
