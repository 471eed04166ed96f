package io.skyholm.system.hostile;

/**
 * Somebody who tries everything.
 *
 * @param bearer what they show; empty for nothing
 * @param standing what the suite knows of them
 * @param accessGrant the grant under which they claim to call; empty for none
 */
record Attacker(String name, String bearer, Standing standing, String accessGrant) {

    Attacker(String name, String bearer, Standing standing) {
        this(name, bearer, standing, "");
    }

    /** How much of their own they may do. */
    enum Standing {
        /** Works in a tenant of their own. */
        MEMBER,
        /** Looks at what is their own tenant's and changes nothing. */
        SUSPENDED,
        /** Is let in nowhere. */
        STRANGER
    }

    /** Why an answer should not have been given, empty if it may. */
    String fault(ApiOperation operation, int status, String said, Victim victim) {
        boolean good = status / 100 == 2;
        if (said.contains(victim.secret())) {
            return "was told of the victim";
        }
        if (good && operation.namesIds()) {
            return "was let to what is the victim's";
        }
        if (good && standing == Standing.STRANGER && !operation.isOpen()) {
            return "was let in";
        }
        if (good && standing == Standing.SUSPENDED && operation.changes() && !operation.isOpen()) {
            return "changed something while suspended";
        }
        return status == 500 || status == 502 ? "found a fault" : "";
    }
}
