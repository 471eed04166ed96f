package io.skyholm.compute.machine;

/** What kind of machine it is. */
public enum MachineType {
    CPU_SERVER,
    PC_FARM,
    GPU_SERVER
}
