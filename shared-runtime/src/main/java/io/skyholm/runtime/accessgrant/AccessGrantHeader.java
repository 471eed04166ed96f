package io.skyholm.runtime.accessgrant;

import io.skyholm.runtime.problem.Problem;
import java.util.UUID;

/** The header in which an operator names the access grant under which a call is made. */
public final class AccessGrantHeader {

    /** Its name. */
    public static final String NAME = "X-Access-Grant";

    private AccessGrantHeader() {}

    static UUID read(String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.invalid(NAME, "must be the id of an access grant");
        }
    }
}
