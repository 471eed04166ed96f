/**
 * Things that services have on hosts: virtual machines, ports, and whatever comes. Such a thing has a row in its service with
 * what its host was told and what the host has reported ({@link io.skyholm.hosts.ThingOnHost}). Hosts are told by
 * {@link io.skyholm.hosts.HostDesiredStates} and heard by {@link io.skyholm.hosts.ThingListener}; a service adds a kind of
 * thing by a {@link io.skyholm.hosts.HostedKind}. The protocol is in docs/decisions/host-protocol.md.
 */
@NullMarked
package io.skyholm.hosts;

import org.jspecify.annotations.NullMarked;
