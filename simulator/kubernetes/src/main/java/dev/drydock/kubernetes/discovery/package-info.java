/** What a server serves: groups, versions, resources and their subresources. */
@NullMarked
package dev.drydock.kubernetes.discovery;

import org.jspecify.annotations.NullMarked;
