/** What a guest is told when it boots: the files of cloud-init's source NoCloud, on an image of their own. */
@NullMarked
package io.skyholm.agent.firstboot;

import org.jspecify.annotations.NullMarked;
