package io.skyholm.agent.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.agent.hypervisor.HostSize;
import io.skyholm.agent.join.AgentKeys;
import io.skyholm.agent.simulated.FaultInjection;
import io.skyholm.agent.simulated.SimulatedHypervisor;
import io.skyholm.agent.testing.Answered;
import io.skyholm.agent.testing.DesiredThings;
import io.skyholm.events.host.ConsoleRequest;
import io.skyholm.events.host.ConsoleStatement;
import io.skyholm.events.host.ConsoleUse;
import io.skyholm.events.host.DesiredConsole;
import io.skyholm.events.host.DesiredVm;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host does of which somebody wants a console. */
class HostConsolesTest {

    private final UUID host = UUID.randomUUID();
    private final Answered platform = new Answered();
    private final SimulatedHypervisor hypervisor;
    private final AgentKeys keys;
    private final HostConsoles consoles;

    HostConsolesTest(@TempDir Path folder) throws IOException {
        hypervisor = new SimulatedHypervisor(
                new HostSize(8, 32, 500, 0, null), FaultInjection.none(), folder.resolve("hypervisor.jsonl"));
        keys = AgentKeys.keptIn(folder.resolve("host").resolve("agent.key"));
        consoles = new HostConsoles(hypervisor, platform.client(host, keys));
    }

    @AfterEach
    void end() {
        consoles.close();
        platform.close();
    }

    @Test
    void whoWaitsForALogIsToldIt() throws GeneralSecurityException {
        DesiredVm machine = started("web");
        ConsoleRequest request = request(Duration.ofSeconds(10));
        consoles.desired(new DesiredConsole(machine.id(), 1, List.of(request)));
        Map<String, Object> answer = platform.to(request.id());
        assertThat(Answered.log(answer)).contains("Linux version", "web login:");
        assertThat(isSigned(request.id(), answer)).isTrue();
    }

    @Test
    void anAnswerIsSentOnceMoreWhereItWasNotHeard() {
        DesiredVm machine = started("web");
        ConsoleRequest request = request(Duration.ofSeconds(10));
        platform.refuses(1);
        consoles.desired(new DesiredConsole(machine.id(), 1, List.of(request)));
        assertThat(Answered.log(platform.to(request.id()))).contains("web login:");
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotRead() {
        DesiredVm machine = started("web");
        ConsoleRequest late = request(Duration.ofMinutes(-5));
        ConsoleRequest request = request(Duration.ofSeconds(10));
        consoles.desired(new DesiredConsole(machine.id(), 1, List.of(late, request)));
        assertThat(platform.to(request.id())).isNotEmpty();
        assertThat(platform.isThere(late.id())).isFalse();
    }

    @Test
    void theConsoleOfAMachineThatIsNotThereIsEmpty() {
        ConsoleRequest request = request(Duration.ofSeconds(10));
        consoles.desired(new DesiredConsole(UUID.randomUUID(), 1, List.of(request)));
        assertThat(platform.to(request.id())).containsEntry("log", "");
    }

    @Test
    void manyConsolesAreAnsweredAtOnce() {
        List<ConsoleRequest> requests = List.of(
                request(Duration.ofSeconds(10)), request(Duration.ofSeconds(10)), request(Duration.ofSeconds(10)));
        consoles.desired(new DesiredConsole(started("web").id(), 1, requests));
        assertThat(requests)
                .allSatisfy(request -> assertThat(platform.to(request.id())).containsEntry("hostId", host.toString()));
    }

    private DesiredVm started(String name) {
        DesiredVm machine = DesiredThings.machine(name);
        hypervisor.define(machine);
        hypervisor.start(machine);
        return machine;
    }

    private static ConsoleRequest request(Duration until) {
        return new ConsoleRequest(
                UUID.randomUUID(), ConsoleUse.LOG, Instant.now().plus(until));
    }

    private boolean isSigned(UUID request, Map<String, Object> answer) throws GeneralSecurityException {
        ConsoleStatement statement = ConsoleStatement.of(
                host,
                request,
                String.valueOf(answer.get("log")),
                Instant.parse(String.valueOf(answer.get("signedAt"))));
        Signature check = Signature.getInstance("Ed25519");
        byte[] key = Base64.getDecoder().decode(keys.publicKey());
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        check.update(statement.bytes());
        return check.verify(Base64.getDecoder().decode(String.valueOf(answer.get("signature"))));
    }
}
