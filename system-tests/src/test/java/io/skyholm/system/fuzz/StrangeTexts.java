package io.skyholm.system.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/** Texts that some part on the way could take for something else. */
final class StrangeTexts {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a\u0000b",
            "a\u0007b",
            "a\r\nX-Injected: 1",
            "\ud800",
            "\udc00x",
            "\uffff\ufffe",
            "\u202egnp.exe",
            "\u200b",
            "e\u0301",
            "\ud83d\ude00".repeat(64),
            "' or 1=1; drop table tenant --",
            "%' escape '",
            "\\",
            "${jndi:ldap://localhost/a}",
            "#{7*7}",
            "{{7*7}}",
            "%s%n%x",
            "../../../../etc/passwd",
            "<script>alert(1)</script>",
            "0",
            "-1",
            "null",
            "true",
            "1e309",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "1-1-1-1-1",
            "+1000000000-12-31T23:59:60Z",
            "0000-00-00T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "2031-02-30",
            "P1Y",
            "0.0.0.0/0",
            "10.0.0.0/33",
            "10.0.0.1/8",
            "::/0",
            "fe80::1%eth0",
            "256.256.256.256",
            "a@b",
            "\"a b\"@example.test",
            "a@" + "b".repeat(300) + ".test",
            "x".repeat(256),
            "x".repeat(70_000));

    private StrangeTexts() {}

    static String any(RandomGenerator random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
