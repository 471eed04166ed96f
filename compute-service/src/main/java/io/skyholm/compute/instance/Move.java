package io.skyholm.compute.instance;

/** What is to be done next with an instance. */
enum Move {
    /** Nothing, until something wakes it. */
    REST,
    /** Nothing, until something wakes it or the deadline comes. */
    WAIT,
    /** The operation has taken too long: it fails, and what it took is given back. */
    FAIL,
    /** Its machine is lost for certain: what it held there is free. */
    LEAVE_LOST_MACHINE,
    /** Find it a place. */
    PLACE,
    /** Ports can never be as asked. */
    FAIL_NETWORK,
    /** Tell the host what it shall be now. */
    TELL,
    /** The host has done it all. */
    REACHED,
    /** It holds more than it wants, and its host uses no more. */
    SHRINK,
    /** The host fails at it while nothing is being done. */
    BROKEN,
    /** Tell the host that it shall be there no more. */
    TELL_ABSENT,
    /** The host has shown that it is gone. */
    WITHDRAW,
    /** It has left its machine for another. */
    LEAVE_MACHINE,
    /** Let network take its ports back. */
    RELEASE_NETWORK,
    /** Nothing of it is left anywhere: give back what it held. */
    GIVE_BACK
}
