package io.skyholm.network.instance;

/** What brings an instance's network nearer to what it should be. */
enum Move {
    /** It is as it should be, or waits for others. */
    REST,
    /** Make its ports, with their addresses, and tell the host. */
    SET_UP,
    /** Tell the host what has changed. */
    TELL,
    /** Ask the host to remove its ports, for good. */
    LEAVE,
    /** Ask the host to remove its ports, which another host shall have. */
    LEAVE_HOST,
    /** Bring its ports to the other host. */
    CHANGE_HOST,
    /** Ask the host to remove the ports of the tenant whose it was: whose it is has others. */
    LEAVE_FORMER,
    /** The ports of the tenant whose it was are proven gone: give back what they had. */
    FINISH_FORMER,
    /** Its ports are proven gone: give back what they had. */
    FINISH,
    /** There is nothing of it: say so. */
    SAY_RELEASED
}
