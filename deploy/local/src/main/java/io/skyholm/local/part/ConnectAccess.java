package io.skyholm.local.part;

import io.skyholm.local.Resource;
import io.skyholm.local.home.PrivateFiles;
import io.skyholm.local.home.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/** The login to Kafka Connect, and the passwords that its connectors use without showing them. */
record ConnectAccess(Site site) {
    private static final String USER = "skyholm";

    /** The value of an Authorization header. */
    String authorization() {
        String login = USER + ":" + password();
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /** Where connectors find their passwords; only its owner can read it. */
    Path secrets() {
        return site.data().of("connect").resolve("secrets.properties");
    }

    /** Who the worker lets in, as Java's login configuration says. */
    Path logins() {
        return site.data().of("connect").resolve("login.conf");
    }

    void write() throws IOException {
        Path users = site.data().of("connect").resolve("logins.properties");
        PrivateFiles.write(secrets(), "debezium=" + site.secrets().password("debezium") + "\n");
        PrivateFiles.write(users, USER + "=" + password() + "\n");
        PrivateFiles.write(logins(), Resource.text("kafka/connect-login.conf", Map.of("logins", users.toString())));
    }

    private String password() {
        return site.secrets().password("connect");
    }
}
