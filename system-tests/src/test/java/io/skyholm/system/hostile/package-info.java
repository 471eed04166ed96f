/** Who is let in, and who is not, tries everything with ids that are somebody else's. */
@NullMarked
package io.skyholm.system.hostile;

import org.jspecify.annotations.NullMarked;
