package io.skyholm.events.network;

/** Which way the traffic goes that a rule lets through. */
public enum RuleDirection {
    INGRESS,
    EGRESS
}
