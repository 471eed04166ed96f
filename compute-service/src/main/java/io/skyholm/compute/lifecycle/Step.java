package io.skyholm.compute.lifecycle;

/** One step on an instance's way. */
enum Step {
    /** Nothing, until something wakes it. */
    REST,
    /** Nothing, until something wakes it or the deadline comes. */
    WAIT,
    /** The operation has taken too long: it fails, and what it took is released. */
    FAIL_OVERDUE,
    /** A part can never be as asked: the operation fails. */
    FAIL_PART,
    /** A part cannot be had on its machine: it takes another. */
    TRY_ELSEWHERE,
    /** Its machine is lost for certain: what it held there is free. */
    LEAVE_LOST_MACHINE,
    /** Find it a place. */
    PLACE,
    /** Tell the host what it is to run now. */
    TELL,
    /** The host has done it all: the operation has succeeded. */
    COMPLETE,
    /** It holds more than it is to have, and its host uses no more: give back the rest. */
    SHRINK,
    /** The host fails at it while nothing is being done: show that. */
    SHOW_BROKEN,
    /** Tell the host that nothing of it is to be there. */
    TELL_ABSENT,
    /** The host has shown that nothing of it is there: forget what it was told. */
    WITHDRAW,
    /** It has left its machine for another. */
    LEAVE_MACHINE,
    /** Have its parts taken back. */
    RELEASE_PARTS,
    /** Nothing of it is left anywhere: give back what it held. */
    RELEASE;

    /** Whether nothing changes. */
    boolean isIdle() {
        return this == REST || this == WAIT;
    }
}
