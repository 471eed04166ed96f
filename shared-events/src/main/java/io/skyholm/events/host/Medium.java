package io.skyholm.events.host;

/**
 * How a disk is in the drive of a machine, to be read only.
 *
 * @param bootsFirst whether the machine boots from it rather than from its disk, from its next start on
 */
public record Medium(boolean bootsFirst) {}
