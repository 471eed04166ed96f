package io.skyholm.network.securitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.events.host.PortRule;
import io.skyholm.runtime.problem.Problem;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many lines a host makes of rules. */
class HostLinesTest {

    @Test
    void whatDiffersInItsPeersOnlyIsOneLineForEachFamily() {
        assertThat(lines(300, number -> rule(22, "10.0." + number / 256 + "." + number % 256 + "/32")))
                .isEqualTo(1);
        assertThat(lines(2, number -> rule(22, number == 0 ? "10.0.0.0/8" : "fd00::/8")))
                .isEqualTo(2);
    }

    @Test
    void whatOnePeerMayReachIsOneLineHoweverManyPortsThatAre() {
        assertThat(lines(300, number -> rule(number + 1, "10.0.0.0/8"))).isEqualTo(1);
    }

    @Test
    void eachPeerWithPortsOfItsOwnIsALineAndSoIsEachDirection() {
        assertThat(lines(300, number -> rule(number + 1, "10.0." + number / 256 + "." + number % 256 + "/32")))
                .isEqualTo(300);
        PortRule in = rule(22, "10.0.0.0/8");
        PortRule out = new PortRule(false, in.protocol(), in.firstPort(), in.lastPort(), in.peer());
        assertThat(new HostLines(List.of(in, out)).count()).isEqualTo(2);
    }

    @Test
    void oneMoreThanAHostTakesIsRefused() {
        List<PortRule> most = rules(HostLines.MOST, HostLinesTest::ofItsOwn);
        assertThatCode(() -> HostLines.fit(new HostLines(most).count(), 0, "rules"))
                .doesNotThrowAnyException();
        List<PortRule> more = rules(HostLines.MOST + 1, HostLinesTest::ofItsOwn);
        assertThatThrownBy(() -> HostLines.fit(new HostLines(more).count(), 0, "rules"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("rules")
                .hasMessageContaining("1025");
    }

    /** Such there may have been before there was a limit: they can be made fewer, step by step. */
    @Test
    void whoHasTooManyMayHaveFewerAndNotMore() {
        assertThatCode(() -> HostLines.fit(1499, 1500, "rules")).doesNotThrowAnyException();
        assertThatThrownBy(() -> HostLines.fit(1501, 1500, "rules"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("1501");
    }

    private static PortRule ofItsOwn(int number) {
        return rule(number + 1, "10.0." + number / 256 + "." + number % 256 + "/32");
    }

    private static int lines(int count, IntFunction<PortRule> rule) {
        return new HostLines(rules(count, rule)).count();
    }

    private static List<PortRule> rules(int count, IntFunction<PortRule> rule) {
        return IntStream.range(0, count).mapToObj(rule).toList();
    }

    private static PortRule rule(int port, String peer) {
        return new PortRule(true, "tcp", port, port, peer);
    }
}
