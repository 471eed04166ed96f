/** Instances: virtual machines that tenants asked for. */
@NullMarked
package io.skyholm.compute.instance;

import org.jspecify.annotations.NullMarked;
