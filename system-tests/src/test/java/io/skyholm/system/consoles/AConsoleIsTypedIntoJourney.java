package io.skyholm.system.consoles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.client.model.CreateInstance;
import io.skyholm.client.model.Instance;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.ExtraHost;
import io.skyholm.system.suite.GuestConsole;
import io.skyholm.system.suite.Guests;
import io.skyholm.system.suite.RealHost;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A customer reads what a real guest has written, types into it and reads its answer, and audit knows who that was and for how long. */
class AConsoleIsTypedIntoJourney {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final int number = ExtraHost.freshNumber();
    private final Api operator = RunningSuite.as(RunningSuite.administrator());

    @Test
    void whatIsTypedIsAnsweredByTheGuestAndRecorded() throws IOException {
        try (RealHost real = RealHost.of("host-1", number)) {
            String tag = "console-" + UUID.randomUUID();
            try (ExtraHost host = ExtraHost.joined(operator, number, tag, real.agentVariables())) {
                live(host, tag);
            }
        }
    }

    private void live(ExtraHost host, String tag) throws IOException {
        Guests guests = Guests.ofSomebody(operator);
        Instance running = guests.boot(tag, new CreateInstance().userData("#cloud-config\n# shell\n"));
        UUID id = running.getId();
        Eventually.until(TIMEOUT, () -> GuestConsole.log(guests.api(), id, 1000).contains("@@ SEED"));
        assertThat(GuestConsole.log(guests.api(), id, 1).lines()).hasSizeLessThanOrEqualTo(1);

        String ticket = GuestConsole.ticket(guests.api(), id);
        try (GuestConsole console = GuestConsole.at(ticket)) {
            // What is typed before the guest's shell reads is lost, and people type it again.
            Eventually.until(TIMEOUT, () -> isAnswered(console, 6));
            assertThat(GuestConsole.isRefused(ticket))
                    .as("a ticket opens one console")
                    .isTrue();
        }
        // The file is written beside the line, and may be a moment later.
        Eventually.until(TIMEOUT, () -> GuestConsole.log(guests.api(), id, 1000).contains("answer-42"));
        Eventually.until(TIMEOUT, () -> isRecorded(guests.api(), id));

        // The agent's end is the end of the line, not of the guest, and the next agent opens another.
        GuestConsole before = GuestConsole.at(GuestConsole.ticket(guests.api(), id));
        before.types("\necho answer-$((7 * 7))\n");
        before.shows("answer-49");
        host.crash();
        before.end();
        Eventually.until(TIMEOUT, () -> answers(guests.api(), id));

        guests.delete(id);
        guests.end();
        RunningSuite.booksAgree(TIMEOUT);
    }

    private static boolean answers(Api caller, UUID instance) {
        try (GuestConsole console = GuestConsole.at(GuestConsole.ticket(caller, instance))) {
            return isAnswered(console, 8);
        } catch (CompletionException notYet) {
            return false;
        }
    }

    private static boolean isAnswered(GuestConsole console, int times) {
        try {
            console.types("\necho answer-$((" + times + " * 7))\n");
            console.shows("answer-" + times * 7);
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    /** Who opened it is in the audit, and that it has ended. */
    private static boolean isRecorded(Api caller, UUID instance) {
        JsonNode entries =
                caller.get("/v1/audit-entries?limit=100").expecting(200).body().path("items");
        return isThere(entries, "compute.console-session.opened.v1", instance)
                && isThere(entries, "compute.console-session.ended.v1", instance);
    }

    private static boolean isThere(JsonNode entries, String type, UUID instance) {
        return StreamSupport.stream(entries.spliterator(), false)
                .filter(entry -> entry.path("eventType").asText().equals(type))
                .anyMatch(entry -> entry.toString().contains(instance.toString()));
    }
}
