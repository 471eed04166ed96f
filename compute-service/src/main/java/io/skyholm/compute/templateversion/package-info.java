/** What templates were when somebody gave that a number, and what is made of a template or one of its versions. */
@NullMarked
package io.skyholm.compute.templateversion;

import org.jspecify.annotations.NullMarked;
