/** What the agent does with disks at virtual machines. */
@NullMarked
package io.skyholm.agent.attachment;

import org.jspecify.annotations.NullMarked;
