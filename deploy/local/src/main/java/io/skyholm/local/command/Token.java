package io.skyholm.local.command;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.local.BoundedWait;
import io.skyholm.local.Http;
import io.skyholm.local.LaunchProblem;
import io.skyholm.local.Stopwatch;
import io.skyholm.local.home.Site;
import io.skyholm.local.login.LauncherClient;
import io.skyholm.local.suite.SuiteLock;
import io.skyholm.local.terminal.Terminal;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Logs a person in and prints the token, and nothing else. */
@Command(name = "token", description = "Print an access token for a user, such as admin.")
final class Token implements Callable<Integer> {
    private static final String FIRST_ADMINISTRATOR = "admin";

    /** Identity brings the first administrator to Keycloak some moments after both have started. */
    private static final Duration UNTIL_THERE = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofSeconds(1);

    @Parameters(
            paramLabel = "USER",
            description = "The password is taken from SKYHOLM_PASSWORD, or asked for; that of admin is known.")
    private String user = "";

    @Override
    public Integer call() {
        Site site = DefaultSuite.site();
        String password = password(site);
        JsonNode answer = login(site, user, password);
        Duration timeout = user.equals(FIRST_ADMINISTRATOR) ? UNTIL_THERE : Duration.ZERO;
        Stopwatch waiting = Stopwatch.started();
        while (!answer.has("access_token") && !waiting.isPast(timeout)) {
            BoundedWait.pause(LOOK);
            answer = login(site, user, password);
        }
        if (!answer.has("access_token")) {
            throw new LaunchProblem(
                    "Keycloak gives " + user + " no token: "
                            + answer.path("error_description")
                                    .asText(answer.path("error").asText()),
                    "check the name and the password");
        }
        System.out.println(answer.get("access_token").asText());
        return 0;
    }

    private String password(Site site) {
        Optional<String> password = Optional.ofNullable(System.getenv("SKYHOLM_PASSWORD"));
        if (password.isEmpty() && user.equals(FIRST_ADMINISTRATOR)) {
            return site.secrets().password("first_admin_password");
        }
        return password.or(() -> Terminal.askForSecret("Password of " + user + ":"))
                .orElseThrow(
                        () -> new LaunchProblem("the password of " + user + " is not known", "set SKYHOLM_PASSWORD"));
    }

    /** Before it has answered, somebody may be about to make it answer. */
    private static String remedy(Site site) {
        return SuiteLock.starter(site.data())
                .map(process -> "process " + process.pid() + " is starting it: try again once it says that it is up")
                .orElse("./skyholm up starts it");
    }

    private static JsonNode login(Site site, String user, String password) {
        LauncherClient client = new LauncherClient(site);
        try {
            return new ObjectMapper()
                    .readTree(Http.send(
                                    "POST",
                                    client.tokenAddress(),
                                    "application/x-www-form-urlencoded",
                                    client.login(user, password))
                            .body());
        } catch (UncheckedIOException | JacksonException failure) {
            throw new LaunchProblem("Keycloak does not answer", remedy(site), failure);
        }
    }
}
