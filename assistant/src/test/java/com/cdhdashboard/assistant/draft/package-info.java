@NullMarked
package com.cdhdashboard.assistant.draft;

import org.jspecify.annotations.NullMarked;
