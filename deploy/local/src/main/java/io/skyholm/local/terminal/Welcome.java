package io.skyholm.local.terminal;

import io.skyholm.local.home.Site;
import io.skyholm.local.suite.Suite;

/** What a person reads when everything is up. */
public final class Welcome {
    private Welcome() {}

    public static String to(Suite suite) {
        Site site = suite.site();
        return """

                  API            %s/v1
                  Documentation  %s/docs
                  Logins         %s

                A token for the first administrator:  ./skyholm token admin
                  curl --cacert %s \\
                       -H "Authorization: Bearer $(./skyholm token admin)" %s/v1/tenants

                How it is: ./skyholm status      What it says: ./skyholm logs PART
                """.formatted(
                        site.gateway(),
                        site.gateway(),
                        site.http("keycloak"),
                        site.data().of("tls").resolve("localhost.crt"),
                        site.gateway());
    }
}
