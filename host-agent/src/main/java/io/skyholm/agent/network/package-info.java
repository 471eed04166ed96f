/** What a host has of networks: the devices through which its machines reach them. */
@NullMarked
package io.skyholm.agent.network;

import org.jspecify.annotations.NullMarked;
