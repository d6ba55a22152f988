/**
 * A server for tests that answers as providers of language models do, by a script: over real HTTP and in their own forms.
 *
 * <p>Shared by the tests of the modules that ask models.
 */
@NullMarked
package com.cdhdashboard.assistant.scripted;

import org.jspecify.annotations.NullMarked;
