package io.skyholm.agent.network.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.agent.hypervisor.HypervisorProblem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostNetworkTest {

    private final HostNetwork network = HostNetwork.of(Optional.empty());

    @Test
    void whatAProgramComplainsOfIsNoPartOfWhatItAnswers() {
        assertThat(network.read(String[].class, "sh", "-c", "echo odd >&2; echo '[\"a\"]'; echo odd >&2"))
                .containsExactly("a");
        assertThat(network.run("sh", "-c", "echo odd >&2; echo even")).isEqualTo("odd\neven\n");
    }

    @Test
    void anAnswerThatNobodyCanReadIsAProblemOfTheHost() {
        assertThatThrownBy(() -> network.read(String[].class, "echo", "[Unknown qdisc, optlen=4]"))
                .isInstanceOf(HypervisorProblem.class)
                .hasMessageContaining("does not understand");
        assertThatThrownBy(() -> network.read(String[].class, "true")).isInstanceOf(HypervisorProblem.class);
    }

    @Test
    void aProgramThatFailsMayHaveSaidWhyBesideItsAnswer() {
        String[] failing = {"sh", "-c", "echo Operation not permitted >&2; exit 2"};
        assertThatThrownBy(() -> network.read(String[].class, failing))
                .isInstanceOf(HypervisorProblem.class)
                .hasMessageEndingWith("the agent may not change it");
        assertThatThrownBy(() -> network.run(failing)).hasMessageEndingWith("the agent may not change it");
        assertThatThrownBy(() -> network.run("no-such-program-of-skyholm"))
                .hasMessage("There is no program no-such-program-of-skyholm on this host");
    }
}
